/**
 * The buttons below the stage: those that fit the moment are shown, and each is pressed once at a time.
 * @param {HTMLElement} controls
 * @param {HTMLElement} problem Where it says what did not work
 */
export function createCallControls(controls, problem) {
  /** @param {string} selector */
  const find = (selector) => /** @type {HTMLElement | null} */ (controls.querySelector(selector));

  /** @param {string} message */
  function complain(message) {
    problem.textContent = message;
    problem.hidden = message === '';
  }

  /**
   * @param {string} selector
   * @param {() => unknown} work
   */
  function onPress(selector, work) {
    const element = find(selector);
    const isForm = element instanceof HTMLFormElement;
    let isBusy = false;
    element?.addEventListener(isForm ? 'submit' : 'click', (event) => {
      event.preventDefault();
      // A button that is disabled meanwhile would lose the focus, and with it who uses the keyboard.
      if (!isBusy) void press();
    });

    async function press() {
      isBusy = true;
      complain('');
      try {
        await work();
      } catch (error) {
        const said = error instanceof Error ? error.message : '';
        complain(said === '' ? 'That did not work. Please try again.' : said);
      } finally {
        isBusy = false;
      }
    }
  }

  return {
    consultation: controls.dataset.consultation ?? '',
    complain,
    onPress,
    /**
     * @param {string} selector
     * @param {boolean} isShown
     */
    show(selector, isShown) {
      const element = find(selector);
      if (!element) return;
      const hadFocus = element.contains(document.activeElement);
      element.hidden = !isShown;
      // Whoever uses the keyboard must not be thrown out of the row of buttons.
      if (hadFocus && !isShown) {
        const next = controls.querySelector(
          'form:not([hidden]) button, :scope > button:not([hidden])',
        );
        if (next instanceof HTMLElement) next.focus();
      }
    },
    /** @param {(muted: boolean) => void} mute */
    onMute(mute) {
      const button = find('[data-mute]');
      button?.addEventListener('click', () => {
        const muted = button.getAttribute('aria-pressed') !== 'true';
        button.setAttribute('aria-pressed', String(muted));
        mute(muted);
      });
    },
    /**
     * Offers the mode that the call is not asked to be in.
     * @param {string} mode
     */
    offerSwitchFrom(mode) {
      this.show('[data-switch="audio"]', mode === 'video');
      this.show('[data-switch="video"]', mode === 'audio');
    },
    /** Nothing is left to press but what comes after a call. */
    clear() {
      for (const element of controls.children) {
        element.toggleAttribute('hidden', !element.hasAttribute('data-after'));
      }
    },
  };
}
