import { Command } from 'commander';
import { relative } from 'node:path';
import { writeReport } from '../../../reports/write-report.ts';

/** `report`: draws a judged run's report again from its verdicts. */
export function reportCommand(): Command {
  return new Command('report')
    .description('draw the report of a judged run again')
    .argument('<run>', 'folder of a run, such as results/latest')
    .action(async (run: string) => {
      console.log(`The report: ${relative('', await writeReport(run))}`);
    });
}
