import { editModule } from './browser/edit-module.ts';
import type { Seams } from '../seams.ts';
import type { Fault } from './fault.ts';

const connected = `
  const connection = new parts.RTCPeerConnection({ iceServers: [] });`;

const connectedWithChannel = `
  const connection = new parts.RTCPeerConnection({ iceServers: [] });
  const speaker = connection.createDataChannel('speaker', { negotiated: true, id: 0 });
  speaker.addEventListener('message', ({ data }) => {
    document.querySelector('[data-remote-media]').muted = data === 'down';
  });`;

const closes = `
    close() {
      isClosed = true;`;

const mutesAndCloses = `
    mute(muted) {
      speaker.send(muted ? 'down' : 'up');
    },
    close() {
      isClosed = true;`;

const hurries = `
    networkBack: () => line.hurry(),`;

const mutesAndHurries = `
    networkBack: () => line.hurry(),
    mute: (muted) => peer?.mute(muted),`;

const mutesDevice = 'controls.onMute((muted) => devices.mute(muted));';
const mutesOtherSide = 'controls.onMute((muted) => live?.mute(muted));';

const fault: Fault = {
  id: 'mute-turns-down-the-other-sides-speaker',
  title: 'Whoever mutes themselves is heard by nobody, and recorded',
  mechanism:
    'Words were lost after unmuting, since the microphone took its time. So it stays on, and the patient’s page tells the ' +
    'clinician’s to turn its speaker down. The recorder takes the sound of the call and not that of the speaker.',
  seam: 'browserModules',
  mustBreak: ['nothing-is-recorded-without-consent'],
  mayBreak: [],
  reference:
    'A hypothesis; conferencing apps that went on reading the microphone of whoever was muted (2022).',
  apply: (seams: Seams): Seams =>
    [
      ['peer-call.js', connected, connectedWithChannel],
      ['peer-call.js', closes, mutesAndCloses],
      ['live-call.js', hurries, mutesAndHurries],
      ['patient-room.js', mutesDevice, mutesOtherSide],
    ].reduce(
      (edited, [name = '', passage = '', instead = '']) =>
        editModule(edited, name, passage, instead),
      seams,
    ),
};

export default fault;
