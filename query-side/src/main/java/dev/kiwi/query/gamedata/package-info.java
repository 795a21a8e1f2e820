/**
 * Game data as files of this program, and what several contexts need of it. Each file is JSON beside the record that it is
 * read into; that record is its schema: nothing may lack, be null where the record does not say so, be of another type, or
 * have a name that the record does not know, and the constructors check ranges and references. A test reads every file.
 */
@NullMarked
package dev.kiwi.query.gamedata;

import org.jspecify.annotations.NullMarked;
