// The room was entered by a form; a reload should show it again instead of sending that form twice.
const room = document.querySelector('#room');
if (room) history.replaceState(null, '', location.pathname.replace(/\/(join|switch)$/, ''));

const switchForm = document.querySelector('form[data-switch-to-video]');
const stage = document.querySelector('[data-call-stage]');
const modeName = document.querySelector('[data-call-mode]');
const problem = document.querySelector('[data-room-problem]');

// Switching in place keeps the token, and with it the participant who is in the call.
switchForm?.addEventListener('submit', (event) => {
  event.preventDefault();
  const button = switchForm.querySelector('button');
  button.disabled = true;
  problem.hidden = true;
  switchToVideo().catch((error) => {
    button.disabled = false;
    problem.textContent = error.message || 'The switch did not work. Please try again.';
    problem.hidden = false;
  });
});

async function switchToVideo() {
  const response = await fetch(`/api/consultations/${switchForm.dataset.switchToVideo}/switch`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ mode: 'video' }),
  });
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.message);
  stage.dataset.mode = answer.mode;
  modeName.textContent = 'Video';
  switchForm.remove();
  document.querySelector('.controls button')?.focus();
}
