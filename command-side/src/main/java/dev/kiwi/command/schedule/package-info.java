/**
 * Work that is due now and then and that one node does for all (design 2, roles): the node that holds a Postgres
 * session lock leads, and a killed leader loses it by itself. Jobs must bear being run twice.
 */
@NullMarked
package dev.kiwi.command.schedule;

import org.jspecify.annotations.NullMarked;
