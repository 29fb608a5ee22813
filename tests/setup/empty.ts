// What `server-only` becomes in tests: it throws wherever it is loaded outside Next.
export {};
