package org.seealso.matching;

import java.util.List;
import java.util.UUID;

/** The matches as a coordinator left them: everybody of the run once, in a group of two or three or left over. */
public record Edit(int edition, List<List<UUID>> groups, List<UUID> left) {}
