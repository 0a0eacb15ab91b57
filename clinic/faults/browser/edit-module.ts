import type { Seams } from '../../seams.ts';

/** The product with one passage of a browser module written otherwise; throws where the module has it not exactly once. */
export function editModule(seams: Seams, name: string, passage: string, instead: string): Seams {
  return {
    ...seams,
    browserModules: () => {
      const modules = seams.browserModules();
      const [before, after, ...more] = (modules.get(name) ?? '').split(passage);
      if (before === undefined || after === undefined || more.length > 0)
        throw new Error(`The browser module ${name} does not have the passage that is replaced.`);
      return new Map([...modules, [name, `${before}${instead}${after}`]]);
    },
  };
}
