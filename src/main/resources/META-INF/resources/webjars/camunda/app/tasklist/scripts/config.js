import './desk.js';

// Tasklist's own sign-in form can't work here: people sign in once, on our page. Tasklist changes its address without
// telling the window, so the history is watched as well.
const toOurSignIn = () => {
  if (window.location.hash.startsWith('#/login')) {
    window.location.replace('/login');
  }
};
['pushState', 'replaceState'].forEach(change => {
  const original = window.history[change];
  window.history[change] = function (...state) {
    original.apply(this, state);
    toOurSignIn();
  };
});
window.addEventListener('hashchange', toOurSignIn);
toOurSignIn();

export default {
  app: {
    name: 'Tasks',
    vendor: 'SeeAlso'
  },
  shortcuts: {
    claimTask: {
      key: 'ctrl+alt+c',
      description: 'claims the currently selected task'
    },
    focusFilter: {
      key: 'ctrl+shift+f',
      description: 'set the focus to the first filter in the list'
    },
    focusList: {
      key: 'ctrl+alt+l',
      description: 'sets the focus to the first task in the list'
    },
    focusForm: {
      key: 'ctrl+alt+f',
      description: 'sets the focus to the first input field in a task form'
    },
    startProcess: {
      key: 'ctrl+alt+p',
      description: 'opens the start process modal dialog'
    }
  }
};
