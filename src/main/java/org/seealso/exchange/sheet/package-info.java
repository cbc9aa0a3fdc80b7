/** Tables as files: CSV and XLSX, read however a spreadsheet wrote them, and written so that any spreadsheet opens them. */
@NullMarked
package org.seealso.exchange.sheet;

import org.jspecify.annotations.NullMarked;
