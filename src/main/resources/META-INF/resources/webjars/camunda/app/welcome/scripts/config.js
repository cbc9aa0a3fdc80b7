// This application's own sign-in form can't work here: people sign in once, on our page. It changes its address without
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

export default {};
