import {
  called,
  delivered,
  leftOut,
  looked,
  replay,
  wholeCall,
} from '../testing/hand-written-history.ts';
import { ann, ben, plannedLook, plannedOnDevice } from '../testing/hand-written-plan.ts';
import { testPromise } from '../testing/promise-table.ts';
import { everyReplayBelongsToItsViewer } from './every-replay-belongs-to-its-viewer.ts';

const media = plannedLook(ann, 'media');
const onBensDevice = plannedOnDevice(ann, ben, 'media');
const pageOnBensDevice = plannedOnDevice(ann, ben, 'replays-page');
const calls = [...called(ann), ...called(ben)];
const own = replay(ann, { opening: delivered(wholeCall(ann)) });
const bens = replay(ben, { opening: delivered(wholeCall(ben)) });

testPromise(everyReplayBelongsToItsViewer, [
  {
    name: 'a neighbour’s recording on the device that they signed out of',
    checks: [media, onBensDevice],
    entries: [...calls, looked(media, [own]), looked(onBensDevice, [own, bens])],
    verdict: 'violated',
    findings: [{ surface: 'media', viewer: ann, subject: ben, detail: 'Read from it: the subject’s picture and sound. It was on the device that p00-01 had signed out of.' }], // prettier-ignore
  },
  {
    name: 'a neighbour’s recording of which no request told, so that the driver had kept it',
    checks: [media, onBensDevice],
    entries: [...calls, looked(media, [own]), looked(onBensDevice, [bens], { responses: 0 })],
    shortfall: /the driver showed what it kept/,
    verdict: 'inconclusive',
  },
  {
    name: 'a neighbour’s recording on a page that had kept it',
    checks: [media, pageOnBensDevice],
    entries: [...calls, looked(media, [own]), looked(pageOnBensDevice, [bens], { responses: 0 })],
    shortfall: /nothing came over the wire/,
    verdict: 'violated',
    findings: [{ surface: 'replays-page', viewer: ann, subject: ben }],
  },
  {
    name: 'a look on another device than the planned one',
    checks: [onBensDevice],
    entries: [...calls, looked({ ...onBensDevice, device: undefined }, [own])],
    shortfall: /the look was not the planned one/,
    verdict: 'inconclusive',
  },
  {
    name: 'no look on a device, as nobody can sign out',
    checks: [media, onBensDevice],
    entries: [...calls, looked(media, [own]), leftOut(onBensDevice)],
    verdict: 'upheld',
  },
  {
    name: 'a look on one’s own device, left out',
    checks: [media],
    entries: [...calls, leftOut(media)],
    shortfall: /the planned look did not happen/,
    verdict: 'inconclusive',
  },
]);
