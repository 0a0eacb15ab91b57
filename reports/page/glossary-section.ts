import { exposureLevels } from '../../src/model/exposure-level.ts';
import { exposureWords } from '../exposure-words.ts';
import { html } from './html.ts';
import type { Html } from './html.ts';
import { section } from './section.ts';

const terms: readonly (readonly [string, string])[] = [
  ['Upheld', 'Proven to hold: every planned check concluded and none found a breach.'],
  ['Violated', 'Proven not to hold: at least one check found a breach.'],
  ['Inconclusive', 'Not proven: something that was planned was not seen. It never counts as good.'],
  ['Broken', 'The harness, the target or the stored evidence failed, so that nothing can be said.'],
  ['Promise', 'One sentence that must hold of the product.'],
  ['Recording, replay', 'A recording is what a consultation left behind; a replay is how a patient is shown it.'],
  ['Viewer', 'The patient who was signed in and looked.'],
  ['Data subject', 'The patient whose picture, sound or text it is, as the content itself says.'],
  ...exposureLevels.map((level) => [capital(level), `Of a recording: ${exposureWords[level]}.`] as const),
  ['Canary', 'A sign in everything that a synthetic patient creates, which says whose it is.'],
  ['Take', 'A stretch of media as it was performed, such as the video after the switch.'],
  ['Check', 'One planned look, probe or consultation. It concludes when it could be judged.'],
  ['Doubt', 'Something that a concluded check saw and that could not be read or told apart. It leaves a promise unproven.'],
  ['Look', 'A patient, signed in as themselves, reads everything on one surface.'],
  ['Probe', 'A patient asks for another’s recording by its id or link; its owner is given it before and after.'],
  ['Surface', 'A place of the product where a replay becomes visible.'],
  ['Cohort', 'Patients who share clinicians, appointment times and rooms.'],
  ['Batch', 'Cohorts that are acted out in one test, with a clinic of their own.'],
  ['Overlap', 'Two calls that were in progress at the same time, from joining to hanging up.'],
]; // prettier-ignore

/** The report's words, for whoever meets them for the first time. */
export function glossarySection(): Html {
  return section(
    'glossary',
    'Glossary',
    html`<dl class="glossary">
      ${terms.map(
        ([term, meaning]) =>
          html` <div>
            <dt>${term}</dt>
            <dd>${meaning}</dd>
          </div>`,
      )}
    </dl>`,
  );
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
