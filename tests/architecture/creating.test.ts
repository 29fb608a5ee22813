import { expect, test } from 'vitest';
import { CODE, read } from './source';

/** The exported actions of each file whose command makes a new thing: "lib/money/payment-requests/actions.ts request". */
const creating = CODE.filter((path) => /^lib\/(?:[\w-]+\/)+actions[\w-]*\.ts$/.test(path)).flatMap((path) =>
  read(path)
    .split(/^export (?=const|async)/m)
    .filter((part) => /\bcreates: true\b/.test(part))
    .map((part) => `${path} ${/^const (\w+)/.exec(part)?.[1]}`),
);

type Used = { action: string; tag: string; place: string };
/** Each form of a component whose action is imported from a file of actions. */
const forms = CODE.filter((path) => /^(components|app)\/.*\.tsx$/.test(path)).flatMap((path): Used[] => {
  const code = read(path);
  const imports = [
    ...code.matchAll(/import \{([^}]*)\} from '@\/(lib\/(?:[\w-]+\/)+actions[\w-]*)'/g),
  ].flatMap(([, names, file]) =>
    names!
      .split(',')
      .map((name) => name.trim().split(' as '))
      .filter(([name]) => name)
      .map(([name, local]): [string, string] => [local ?? name!, `${file}.ts ${name}`]),
  );
  const tags = [...code.matchAll(/<(?:Request|Answer)?Form\b(?:[^<>]|=>)*>/g)].map(([tag]) => tag);
  return imports.flatMap(([local, action]) =>
    tags
      .filter((tag) => new RegExp(`action=\\{[^}]*\\b${local}\\b`).test(tag))
      .map((tag) => ({ action, tag, place: `${path} ${action.split(' ')[1]}` })),
  );
});

const keyed = (tag: string) => /\bcreates\b/.test(tag.replace(/\w+=\{[^}]*\}/g, ''));

test('every door that creates is behind forms that make a key', () => {
  expect(creating.length).toBeGreaterThan(15);
  expect(creating.filter((action) => action.endsWith('undefined'))).toEqual([]);
  expect(creating.filter((action) => !forms.some((form) => form.action === action))).toEqual([]);
  const bare = forms.filter(({ action, tag }) => creating.includes(action) && !keyed(tag));
  expect(bare.map(({ place }) => place)).toEqual([]);
});

test('a form that makes a key leads to a door that counts it', () => {
  const places = new Set(forms.filter(({ action }) => creating.includes(action)).map(({ tag }) => tag));
  const idle = forms.filter(({ tag }) => keyed(tag) && !places.has(tag));
  expect(idle.map(({ place }) => place)).toEqual([]);
});

test('no creating action stands in a form without our Form, which would send it without a key', () => {
  const loose = CODE.filter((path) => /^(components|app)\/.*\.tsx$/.test(path)).filter((path) => {
    const code = read(path);
    return creating.some((action) => {
      const [file, name] = action.split(' ');
      const imported = new RegExp(
        `import \\{[^}]*\\b${name}\\b[^}]*\\} from '@/${file!.replace('.ts', '')}'`,
      );
      if (!imported.test(code)) return false;
      return new RegExp(`(<form\\b[^>]*action|formAction|useActionState)[=(]\\{?${name}\\b`).test(code);
    });
  });
  expect(loose).toEqual([]);
});
