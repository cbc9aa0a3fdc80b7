// What the pages of coordinators' tasks (forms/*.html) share: asking our side, sending only what our side has looked at,
// and saying what stands in the way. Forms of running tasks call it, so add to it and never rename.

const SIGNED_OUT = 'You are no longer signed in. Sign in again in another tab, then try again here; what you typed stays.';

const token = () => {
  const cookie = document.cookie.match(/(?:^|;\s*)XSRF-TOKEN=([^;]*)/);
  return cookie ? decodeURIComponent(cookie[1]) : '';
};

const focus = id => {
  window.setTimeout(() => {
    const element = document.getElementById(id);
    if (element) {
      element.focus();
    }
  }, 50);
};

const date = iso => {
  const [year, month, day] = iso.split('-').map(Number);
  return new Date(year, month - 1, day);
};

/**
 * One page.
 *
 * @param address where our side answers
 * @param refusalId the element that shows $scope.refusal
 */
const page = (camForm, $scope, address, refusalId) => {
  const variables = camForm.variableManager;
  const correcting = Boolean(camForm.taskId);

  const refuse = sentence => {
    $scope.refusal = sentence;
    focus(refusalId);
  };

  /**
   * Asks our side; posts if there is a body.
   *
   * @param failed what to say if no answer comes
   * @param special what to do instead, by status: {404: 'a sentence', 409: function (answer) {}}
   */
  const ask = (path, done, failed, body, special = {}) => {
    const request = { credentials: 'same-origin', headers: { Accept: 'application/json' } };
    if (body) {
      request.method = 'POST';
      request.headers['Content-Type'] = 'application/json';
      request.headers['X-XSRF-TOKEN'] = token();
      request.body = JSON.stringify(body);
    }
    let sentence = failed;
    window.fetch(address + path, request)
      .then(answer => {
        const instead = special[answer.status];
        if (typeof instead === 'function') {
          return answer.json().then(told => $scope.$evalAsync(() => instead(told)));
        }
        if (answer.status === 401 || answer.status === 403) {
          sentence = SIGNED_OUT;
        } else if (instead) {
          sentence = instead;
        }
        if (!answer.ok) {
          throw new Error(answer.status);
        }
        return answer.json().then(found => $scope.$evalAsync(() => done(found)));
      })
      .catch(() => {
        $scope.$evalAsync(() => {
          $scope.loading = false;
          $scope.busy = false;
          refuse(sentence);
        });
      });
  };

  /** Asks our side for something the page can do without. */
  const hear = (path, done) => {
    window.fetch(address + path, { credentials: 'same-origin', headers: { Accept: 'application/json' } })
      .then(answer => answer.ok ? answer.json() : null)
      .then(told => told && $scope.$evalAsync(() => done(told)))
      .catch(() => {});
  };

  /** Posts and calls back with the status and the body; waits for the answer if `waiting`. Status 0: no answer. */
  const post = (path, body, waiting, done) => {
    const call = new XMLHttpRequest();
    call.open('POST', address + path, !waiting);
    call.setRequestHeader('Content-Type', 'application/json');
    call.setRequestHeader('Accept', 'application/json');
    call.setRequestHeader('X-XSRF-TOKEN', token());
    call.onload = () => done(call.status, call.responseText);
    call.onerror = () => done(0, '');
    try {
      call.send(JSON.stringify(body));
    } catch (unreachable) {
      done(0, '');
    }
  };

  /**
   * Nothing may be sent to the engine before our side has looked at it and kept it, so this one call waits.
   *
   * @param nothing what did not happen if no answer comes, such as 'Nothing was changed'
   * @param fine called with what our side answered; what it returns stands in the way
   * @param refused called if our side has newer things to show
   * @return what stands in the way, or '' if nothing does
   */
  const look = (path, body, nothing, fine, refused = () => {}) => {
    let sentence = '';
    post(path, body, true, (status, answer) => {
      if (status === 200) {
        sentence = fine(answer) || '';
      } else if (status === 409) {
        sentence = JSON.parse(answer).sentence;
        refused();
      } else if (status === 401 || status === 403) {
        sentence = SIGNED_OUT;
      } else if (status === 0) {
        sentence = `SeeAlso did not answer. ${nothing}, and what you typed stays; try again in a moment.`;
      } else {
        sentence = `Something went wrong on our side. ${nothing}; try again, and tell the admin if it happens twice.`;
      }
    });
    return sentence;
  };

  /** The variables the engine gets; a task that corrects them reads them, and what was wrong, first. */
  const facts = (names, fault) => camForm.on('form-loaded', () => {
    names.forEach(name => {
      if (correcting) {
        variables.fetchVariable(name);
      } else {
        variables.createVariable({ name: name, type: 'String', value: '' });
      }
    });
    if (correcting) {
      variables.fetchVariable(fault);
    }
  });

  const fact = name => variables.variableValue(name) || '';

  // Enter in the only text box of a form would send it.
  $scope.stay = event => {
    if (event.keyCode === 13) {
      event.preventDefault();
    }
  };
  $scope.correcting = correcting;

  /** Sends nothing while something stands in the way. */
  const onSubmit = (standsInTheWay, send) => camForm.on('submit', () => {
    const refusal = standsInTheWay();
    if (refusal) {
      camForm.submitPrevented = true;
      $scope.$evalAsync(() => refuse(refusal));
      return;
    }
    send(variables);
  });

  return { correcting, ask, hear, post, look, facts, fact, focus, refuse, onSubmit };
};

/**
 * What "Start a cohort" and "Change its dates" share: the days, and the calendar of what will happen, drawn anew while
 * somebody types.
 *
 * @param names the variables the engine gets besides `next`
 * @param previewPath where our side looks at them
 * @param nothing what did not happen if no answer comes
 */
const cohortDays = (camForm, $scope, names, previewPath, nothing) => {
  const desk = page(camForm, $scope, '/desk/api/cohorts', 'cohort-refusal');
  let later = 0;
  let looks = 0;

  $scope.loading = true;
  $scope.decision = { wanted: 'true' };
  $scope.calendar = [];
  $scope.ui = { sessionMinutes: '60' };
  $scope.day = iso => date(iso)
    .toLocaleDateString('en-GB', { weekday: 'short', day: 'numeric', month: 'long', year: 'numeric' });

  $scope.refresh = () => {
    $scope.refusal = '';
    window.clearTimeout(later);
    later = window.setTimeout(() => {
      const look = ++looks;
      desk.post(previewPath(), $scope.ui, false, (status, body) => {
        if (status !== 200 || look !== looks) {
          return;
        }
        $scope.$evalAsync(() => {
          const found = JSON.parse(body);
          $scope.calendar = found.calendar;
          $scope.hint = found.fault;
        });
      });
    }, 250);
  };

  $scope.typed = (name, event) => {
    $scope.ui[name] = event.target.value;
    $scope.refresh();
  };

  desk.facts(names.concat('next'), 'dateFault');
  /** What was sent last and refused. */
  desk.asBefore = () => names.forEach(name => { $scope.ui[name] = desk.fact(name); });
  const wanted = () => !desk.correcting || $scope.decision.wanted === 'true';
  desk.onSubmit(
    () => wanted() && desk.look(previewPath(), $scope.ui, nothing, answer => JSON.parse(answer).fault),
    variables => {
      if (wanted()) {
        names.forEach(name => variables.variableValue(name, $scope.ui[name] || ''));
      } else {
        variables.variableValue('next', 'nothing');
      }
    });
  return desk;
};

window.SeeAlso = { page, cohortDays, date };
