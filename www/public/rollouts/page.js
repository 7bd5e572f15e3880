// Opens a file that a person drops or picks, and says what is wrong with one that cannot be shown.

(() => {
  const element = (id) => document.getElementById(id);
  const drop = element('drop');
  const input = element('file');
  // The latest file wins, however long an earlier one takes to read.
  let turn = 0;

  function notice(text) {
    const box = document.createElement('div');
    box.className = 'notice';
    box.dataset.testid = 'error';
    box.setAttribute('role', 'alert');
    const words = document.createElement('p');
    words.textContent = text;
    const close = document.createElement('button');
    close.type = 'button';
    close.textContent = 'Dismiss';
    close.addEventListener('click', () => box.remove());
    box.append(words, close);
    element('notices').append(box);
  }

  async function open(file) {
    const mine = ++turn;
    element('notices').replaceChildren();
    element('opened').textContent = `Reading ${file.name} …`;
    let text;
    try {
      text = await file.text();
    } catch (error) {
      element('opened').textContent = '';
      notice(`${file.name} cannot be read: ${error.message}`);
      return;
    }
    if (mine !== turn) return;
    const { rollouts, errors } = RolloutReader.read(text);
    if (errors.length > 0) {
      const rest = errors.length > 1 ? ` ${errors.length - 1} more lines cannot be read.` : '';
      const shown = rollouts.length > 0 ? ` The other ${rollouts.length} rollouts are shown.` : '';
      notice(`${file.name}, ${errors[0]}.${rest}${shown}`);
    }
    element('opened').textContent =
      rollouts.length > 0
        ? `${file.name}: ${rollouts.length} ${rollouts.length === 1 ? 'rollout' : 'rollouts'}`
        : '';
    if (rollouts.length > 0) RolloutViewer.show(element('view'), rollouts);
    else element('view').replaceChildren();
  }

  input.addEventListener('change', () => {
    if (input.files[0]) open(input.files[0]);
    // The same file may be chosen again after it has grown.
    input.value = '';
  });
  const carriesFile = (event) => event.dataTransfer?.types.includes('Files');
  addEventListener('dragover', (event) => {
    if (!carriesFile(event)) return;
    event.preventDefault();
    drop.classList.add('over');
  });
  addEventListener('dragleave', () => drop.classList.remove('over'));
  addEventListener('drop', (event) => {
    if (!carriesFile(event)) return;
    event.preventDefault();
    drop.classList.remove('over');
    if (event.dataTransfer.files[0]) open(event.dataTransfer.files[0]);
  });
})();
