using ActivationWizard.App.Journal.Storage;
using ActivationWizard.Tests.Kit.Postgres;
using ActivationWizard.Tests.Kit.Run;

namespace ActivationWizard.Tests.Journal;

public sealed class SqliteManipulationTests() : ManipulationTests(JournalProvider.Sqlite, null);

[Nightly("every day each on SQLite; what is compared is read by the same queries, which other tests have on PostgreSQL")]
public sealed class PostgresManipulationTests(PostgresServer postgres) : ManipulationTests(JournalProvider.Postgres, postgres);

/// <summary>
/// Whoever can write in the databases, or in the files beside them, and has not the master key, does all of it; <c>--verify</c>
/// finds each and says what it is.
/// </summary>
public abstract class ManipulationTests(JournalProvider provider, PostgresServer? postgres)
{
    private const long First = 20260000001;

    private static readonly string[] Everything =
        ["Looks", "WordPseudonyms", "Events", "Summaries", "RecordHeads", "CaseNumbers", "Epochs", "IntakeKeys"];

    /// <summary>What is done, and how a line begins that names it.</summary>
    public static TheoryData<string, string, string> InTheDatabase => new()
    {
        { "a name", Summary("\"Name\" = 'Piet'", 1), "Case 2026-00001: SummaryChanged (Name)" },
        { "a handler", Summary("\"HandlerId\" = 'tom'", 1), "Case 2026-00001: SummaryChanged (HandlerId)" },
        { "an address", Summary("\"Address\" = 'Elders 1'", 1), "Case 2026-00001: SummaryChanged (Address)" },
        { "a state", Summary("\"State\" = 'Withdrawn'", 1), "Case 2026-00001: SummaryChanged (State)" },
        { "a tenant", Summary("\"PartyId\" = '1'", 1), "Case 2026-00001: SummaryChanged (PartyId)" },
        { "a household", Summary("\"Household\" = NULL", 1), "Case 2026-00001: SummaryChanged (Household)" },
        { "a code that was sent", Summary("\"CodeSentAt\" = NULL", 1), "Case 2026-00001: SummaryChanged (CodeSentAt)" },
        { "an end", Summary("\"CompletedAt\" = \"CompletedAt\" + 1", 1), "Case 2026-00001: SummaryChanged (CompletedAt)" },
        { "a time in hand", Summary("\"Handled\" = 1", 1), "Case 2026-00001: SummaryChanged (Handled)" },
        { "signs", Summary("\"Signs\" = 3", 1), "Case 2026-00001: SummaryChanged (Signs)" },
        { "an open case closed", Summary("\"CompletedAt\" = 1", 4), "Case 2026-00004: SummaryChanged (CompletedAt)" },
        {
            "a key", Summary($"\"KeyId\" = (SELECT \"KeyId\" FROM \"Summaries\" WHERE \"Case\" = {First + 1})", 1),
            "Case 2026-00001: SummaryChanged (KeyId)"
        },
        {
            "summaries swapped",
            "UPDATE \"Summaries\" SET \"Case\" = 99 WHERE \"Case\" = 20260000001; "
                + "UPDATE \"Summaries\" SET \"Case\" = 20260000001 WHERE \"Case\" = 20260000002; "
                + "UPDATE \"Summaries\" SET \"Case\" = 20260000002 WHERE \"Case\" = 99",
            "Case 2026-00001: HeadForged"
        },
        {
            "a search word removed",
            $"DELETE FROM \"WordPseudonyms\" WHERE \"Case\" = {First} AND \"Pseudonym\" = "
                + $"(SELECT MIN(\"Pseudonym\") FROM \"WordPseudonyms\" WHERE \"Case\" = {First})",
            "Case 2026-00001: WordsChanged"
        },
        { "a search word added", Word(2), "Case 2026-00002: WordsChanged" },
        {
            "a tenant of another case", Summary(
                $"\"PartyId\" = (SELECT \"Household\" FROM \"Summaries\" WHERE \"Case\" = {First + 1})", 1),
            "Case 2026-00001: SummaryChanged (PartyId)"
        },
        { "an event", "UPDATE \"Events\" SET \"ActorId\" = 'tom' WHERE \"Sequence\" = 3", "Case 2026-00001, event 3: Changed" },
        {
            "events of an erased case", $"DELETE FROM \"Events\" WHERE \"Case\" = {First + 2} AND \"Sequence\" > 9",
            "Case 2026-00003, event 10: Truncated"
        },
        { "an access record removed", "DELETE FROM \"Looks\" WHERE \"Number\" = 2", "AccessMissing (2)" },
        { "the last access record removed", "DELETE FROM \"Looks\" WHERE \"Number\" = 7", "AccessMissing (7)" },
        { "every access record removed", "DELETE FROM \"Looks\"", "AccessMissing (1 to 7)" },
        {
            "an access record", "UPDATE \"Looks\" SET \"ActorName\" = 'Tom' WHERE \"Number\" = 1",
            "Case 2026-00001: AccessChanged (1)"
        },
        {
            "an access record moved", $"UPDATE \"Looks\" SET \"Case\" = {First + 1} WHERE \"Number\" = 3",
            "Case 2026-00002: AccessChanged (3)"
        },
        {
            "an access record added",
            "INSERT INTO \"Looks\" (\"Id\", \"Case\", \"What\", \"ActorId\", \"ActorName\", \"ActorRole\", \"At\") VALUES "
                + $"('11111111-1111-1111-1111-111111111111', {First}, 'Replay', 'tom', 'Tom', 'Employee', 1)",
            "AccessUnsealed"
        },
        {
            "the count of access records",
            "DELETE FROM \"Looks\" WHERE \"Number\" = 7; UPDATE \"RecordHeads\" SET \"Accesses\" = 6",
            "AccessHeadChanged"
        },
        { "the head of the access records removed", "DELETE FROM \"RecordHeads\"", "AccessHeadChanged" },
        {
            "the access records put back",
            "DELETE FROM \"Looks\" WHERE \"Number\" = 7; DELETE FROM \"RecordHeads\"; "
                + "INSERT INTO \"RecordHeads\" SELECT * FROM \"OldRecordHeads\"",
            "AccessWentBack"
        },
        {
            "a comment on another case", $"UPDATE \"Comments\" SET \"Case\" = {First + 1}",
            "Case 2026-00002: CommentChanged"
        },
        { "a comment on another event", "UPDATE \"Comments\" SET \"Sequence\" = 6", "Case 2026-00001: CommentChanged" },
        { "who said it", "UPDATE \"Comments\" SET \"AuthorName\" = 'Tom'", "Case 2026-00001: CommentChanged" },
        { "a comment on no case", $"UPDATE \"Comments\" SET \"Case\" = {First + 98}", "Case 2026-00099: NoSuchCase" },
        { "a comment removed", "DELETE FROM \"Comments\" WHERE \"Sequence\" = 5", "Case 2026-00001: CommentMissing" },
        {
            "a comment settled", "UPDATE \"Comments\" SET \"ResolvedAt\" = 1, \"ResolvedBy\" = 'Els' WHERE \"Sequence\" = 5",
            "Case 2026-00001: CommentMarkChanged"
        },
        {
            "a mark taken away", "UPDATE \"Comments\" SET \"ResolvedAt\" = NULL, \"ResolvedBy\" = NULL WHERE \"Sequence\" = 4",
            "Case 2026-00001: CommentMarkChanged"
        },
        {
            "who settled it", "UPDATE \"Comments\" SET \"ResolvedBy\" = 'Tom' WHERE \"Sequence\" = 4",
            "Case 2026-00001: CommentMarkChanged"
        },
        {
            "a comment removed with its record",
            "DELETE FROM \"Comments\" WHERE \"Sequence\" = 5; DELETE FROM \"Looks\" WHERE \"Number\" = 6", "AccessMissing (6)"
        },
        { "whose draft it is", "UPDATE \"Drafts\" SET \"PersonId\" = 'tom'", "Case 2026-00004: DraftChanged (reden)" },
        { "a draft of a finished case", $"UPDATE \"Drafts\" SET \"Case\" = {First}", "Case 2026-00001: DraftChanged (reden)" },
        { "an intake key", $"UPDATE \"IntakeKeys\" SET \"Case\" = {First + 98}", "Case 2026-00099: IntakeKeyChanged" },
        {
            "two intake keys exchanged", $"UPDATE \"IntakeKeys\" SET \"Case\" = {First + 4} + {First + 5} - \"Case\"",
            "Case 2026-00005: IntakeKeyChanged"
        },
        {
            "an intake key given to another case",
            $"UPDATE \"IntakeKeys\" SET \"Case\" = {First + 3} WHERE \"Case\" = {First + 4}",
            "Case 2026-00004: IntakeKeyChanged"
        },
        {
            "an intake key removed", $"DELETE FROM \"IntakeKeys\" WHERE \"Case\" = {First + 4}",
            "Case 2026-00005: IntakeKeyChanged"
        },
        {
            "an intake key removed, in the event as well",
            $"DELETE FROM \"IntakeKeys\" WHERE \"Case\" = {First + 4}; "
                + $"UPDATE \"Events\" SET \"EffectKey\" = NULL WHERE \"Case\" = {First + 4} AND \"Sequence\" = 1",
            "Case 2026-00005, event 1: Changed"
        },
        {
            "a case removed, with an epoch that passes its number over",
            $"{Removed(2)}; UPDATE \"Epochs\" SET \"Year\" = 2026, \"SkippedFrom\" = 2, \"SkippedTo\" = 2", "EpochChanged (1)"
        },
        { "an epoch without its seal", "UPDATE \"Epochs\" SET \"Seal\" = NULL", "EpochChanged (1)" },
        { "a case removed", Removed(2), "Case 2026-00002: CaseMissing" },
        {
            "the newest case and its number removed", $"{Removed(6)}; UPDATE \"CaseNumbers\" SET \"Last\" = 5",
            "Case 2026-00006: CaseWentBack"
        },
        {
            "the newest case and its number removed, the counter", $"{Removed(6)}; UPDATE \"CaseNumbers\" SET \"Last\" = 5",
            "CounterWentBack (2026)"
        },
        {
            "one case put back",
            $"DELETE FROM \"Events\" WHERE \"Case\" = {First + 3} AND \"Sequence\" > 2; {PutBack("Summaries", 4)}",
            "Case 2026-00004: CaseWentBack"
        },
        { "the beat", "UPDATE \"Epochs\" SET \"Beat\" = 1", "WentBack" },
        { "an erasure removed", "DELETE FROM \"Erasures\"", "Case 2026-00003: ErasureMissing" },
        { "why it was erased", "UPDATE \"Erasures\" SET \"Reason\" = 'zomaar'", "Case 2026-00003: ErasureChanged" },
        { "that it was erased", Summary("\"ErasedAt\" = NULL", 3), "Case 2026-00003: SummaryChanged (ErasedAt)" },
        { "an erased case's name", Summary("\"Name\" = 'Cor'", 3), "Case 2026-00003: NotErased (Name)" },
        { "an erased case's handler", Summary("\"HandlerId\" = 'tom'", 3), "Case 2026-00003: ErasureChanged" },
        { "an erased case's words", Word(3), "Case 2026-00003: NotErased (WordPseudonyms)" },
        {
            "an erased case put back, with its erasure", $"DELETE FROM \"Erasures\"; {PutBack("Summaries", 3)}",
            "Case 2026-00003: ErasureMissing"
        },
        {
            "the key store put back",
            "DELETE FROM {keys}\"DataKeys\"; INSERT INTO {keys}\"DataKeys\" SELECT * FROM {keys}\"OldKeys\"",
            "Case 2026-00003: KeyOfErased"
        },
    };

    [Fact]
    public async Task Verify_NothingWasDone_FitsTheNoteAndTheOneThatWasReceived()
    {
        using var world = await CopyAsync();

        var (code, said) = await world.VerifyAsync("--checkpoint", world["received.json"], "--checkpoint", world["old.json"]);

        Assert.Equal("6 cases, 56 events, 1 erased, 0 that do not fit.", string.Join('\n', said));
        Assert.Equal(0, code);
    }

    [Theory]
    [MemberData(nameof(InTheDatabase))]
    public async Task Verify_InTheDatabase_IsNamed(string what, string sql, string expected)
    {
        using var world = await CopyAsync();
        await world.MeddleAsync(sql);

        var (code, said) = await world.VerifyAsync();

        Assert.True(said.Any(line => line.StartsWith(expected, StringComparison.Ordinal)), $"{what}: {string.Join('\n', said)}");
        Assert.Equal(2, code);
        // The column is named, and never what is in it.
        Assert.All(said, line => Assert.DoesNotContain("Jansen", line, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("\"Beat\":2", "\"Beat\":1")]
    [InlineData("\"Accesses\":7", "\"Accesses\":6")]
    [InlineData("\"Counters\":{\"2026\":6}", "\"Counters\":{\"2026\":5}")]
    [InlineData("\"Seal\":\"", "\"Seal\":\"A")]
    [InlineData("{\"Installation\"", "{\"Elsewhere\"")]
    public async Task Verify_AForgedNote_IsNamed(string from, string to)
    {
        using var world = await CopyAsync();
        var note = await File.ReadAllTextAsync(world["checkpoint.json"], TestContext.Current.CancellationToken);
        Assert.Contains(from, note, StringComparison.Ordinal);
        await File.WriteAllTextAsync(
            world["checkpoint.json"], note.Replace(from, to, StringComparison.Ordinal),
            TestContext.Current.CancellationToken);

        var (code, said) = await world.VerifyAsync();

        Assert.StartsWith("NoteForged", said[0], StringComparison.Ordinal);
        Assert.Equal(2, code);
    }

    [Fact]
    public async Task Verify_TheWholeDatabaseAndItsNotesPutBack_IsNamedByTheNoteThatWasReceived()
    {
        using var world = await CopyAsync();
        foreach (var table in Everything)
            await world.MeddleAsync($"DELETE FROM \"{table}\"; INSERT INTO \"{table}\" SELECT * FROM \"Old{table}\"");
        await world.MeddleAsync("DELETE FROM \"Erasures\"");
        await world.MeddleAsync("DELETE FROM {keys}\"DataKeys\"; INSERT INTO {keys}\"DataKeys\" SELECT * FROM {keys}\"OldKeys\"");
        File.Copy(world["old.json"], world["checkpoint.json"], overwrite: true);
        File.Delete(world["checkpoint.erased"]);

        // Every seal fits: as things stood then, so they stand now.
        Assert.Equal((0, "5 cases, 42 events, 0 erased, 0 that do not fit."), Joined(await world.VerifyAsync()));

        var (code, said) = await world.VerifyAsync("--checkpoint", world["received.json"]);

        Assert.Equal(2, code);
        string[] expected =
        [
            "WentBack", "CounterWentBack (2026)", "ErasureMissing", "Case 2026-00004: CaseWentBack",
            "Case 2026-00006: CaseWentBack", "AccessWentBack", "5 cases, 42 events, 0 erased, 6 that do not fit.",
        ];
        Assert.Equal(expected.Length, said.Length);
        Assert.All(expected.Zip(said), one => Assert.StartsWith(one.First, one.Second, StringComparison.Ordinal));
    }

    private static (int Code, string Said) Joined((int Code, string[] Said) verified) =>
        (verified.Code, string.Join('\n', verified.Said));

    private Task<ManipulatedWorld> CopyAsync() => ManipulatedWorld.CopyAsync(provider, postgres);

    private static string Summary(string set, int ordinal) =>
        $"UPDATE \"Summaries\" SET {set} WHERE \"Case\" = {First - 1 + ordinal}";

    private static string Word(int ordinal) =>
        $"INSERT INTO \"WordPseudonyms\" (\"Case\", \"Pseudonym\") VALUES ({First - 1 + ordinal}, 'AbCd')";

    private static string Removed(int ordinal) => string.Join("; ", new[] { "WordPseudonyms", "Events", "Summaries" }
        .Select(table => $"DELETE FROM \"{table}\" WHERE \"Case\" = {First - 1 + ordinal}"));

    private static string PutBack(string table, int ordinal) =>
        $"DELETE FROM \"{table}\" WHERE \"Case\" = {First - 1 + ordinal}; "
        + $"INSERT INTO \"{table}\" SELECT * FROM \"Old{table}\" WHERE \"Case\" = {First - 1 + ordinal}";
}
