export function Kbd({ children }: { children: string }) {
  return (
    <kbd className="rounded-sm border border-b-2 border-line-strong bg-surface px-1.25 font-mono text-[0.75rem] text-faint">
      {children}
    </kbd>
  );
}
