import { Command } from 'commander';
import { installBrowser } from '../../../environment/browser.ts';

/** `setup`: installs what a gate needs and the packages do not bring: a browser. Worth caching in CI. */
export function setupCommand(): Command {
  return new Command('setup')
    .description('install what is missing, so that a gate needs no download')
    .action(async () => {
      const browser = await installBrowser((line) => console.log(line));
      console.log(`Browser: ${browser.version} (${browser.source}).`);
    });
}
