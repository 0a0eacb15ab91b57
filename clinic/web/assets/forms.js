// A second press while the first is under way would book or end twice.
for (const form of document.querySelectorAll('form[method="post"]')) {
  form.addEventListener('submit', (event) => {
    if (form.dataset.sent === 'yes') event.preventDefault();
    else if (!event.defaultPrevented) form.dataset.sent = 'yes';
  });
}

// A page that comes back from the history must not be stuck as sent.
addEventListener('pageshow', () => {
  for (const form of document.querySelectorAll('form[data-sent]')) delete form.dataset.sent;
});
