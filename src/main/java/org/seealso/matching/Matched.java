package org.seealso.matching;

import java.util.List;
import org.seealso.people.Mentorship;

/** A mentorship that came of a match, and the reasons its members may read. */
record Matched(Mentorship mentorship, List<String> told) {}
