package dev.kiwi.api.leaderboard;

import dev.kiwi.api.kernel.TableRows;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Players who seem to have taken another name, newest first (leaderboards.md 18).
 *
 * @param player whose old or new name it has to be, in whatever case; null for everybody
 */
public record ListRenames(@Nullable String player, int limit, int offset) {

    /** @param enabled false while nobody looks for new ones */
    public record Renames(List<Rename> renames, int total, int limit, int offset, boolean enabled, int methodVersion)
            implements TableRows<RenameRow> {
        @Override
        public List<RenameRow> rows() {
            return renames.stream().map(RenameRow::of).toList();
        }

        @Override
        public Class<RenameRow> rowType() {
            return RenameRow.class;
        }
    }

    /**
     * One find.
     *
     * @param fromAnchor last capture with the old name
     * @param toAnchor first capture with the new one
     * @param confidence 0 to 1
     * @param createdAt unix seconds
     */
    public record Rename(
            long id,
            String fromName,
            String toName,
            long fromAnchor,
            long toAnchor,
            double confidence,
            int matchedBoards,
            List<RenameEvidence> evidence,
            int methodVersion,
            long createdAt) {}

    /** @param candidates how many new names would fit the old one on that board */
    public record RenameEvidence(int uuid, Number oldScore, Number newScore, int candidates) {}

    /** A row of the table that the list is as CSV: a find without what it was seen by. */
    public record RenameRow(
            long id,
            String fromName,
            String toName,
            long fromAnchor,
            long toAnchor,
            double confidence,
            int matchedBoards,
            int methodVersion,
            long createdAt) {
        static RenameRow of(Rename rename) {
            return new RenameRow(
                    rename.id(),
                    rename.fromName(),
                    rename.toName(),
                    rename.fromAnchor(),
                    rename.toAnchor(),
                    rename.confidence(),
                    rename.matchedBoards(),
                    rename.methodVersion(),
                    rename.createdAt());
        }
    }
}
