using ActivationWizard.App.Journal.Encryption;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.App.Journal.Storage.Postgres;

/// <summary>The names of the accounts that are no owner of the tables.</summary>
/// <param name="App">The app's, on the events.</param>
/// <param name="Keys">The app's, on the keys.</param>
/// <param name="Erasure">What erases, on both.</param>
public sealed record AccountNames(string App, string Keys, string Erasure);

/// <summary>What the app may do with a table, and what erasing may: the words of a GRANT; null for nothing.</summary>
public sealed record TableRights(string App, string? Erasure = null);

/// <summary>
/// Who may do what in PostgreSQL. The owner of the tables brings them up to date, and nobody uses that account otherwise. The app
/// adds events and never changes or removes one; nor does erasing, which takes away keys and what stands in clear.
/// </summary>
public static class DatabaseRoles
{
    private const string Schema = "public";
    private const string History = "__EFMigrationsHistory";
    private const string Add = "SELECT, INSERT";
    private const string Change = "SELECT, INSERT, UPDATE";
    private const string All = "SELECT, INSERT, UPDATE, DELETE";
    private const string Look = "SELECT";

    /// <summary>The rights on every table, by the type of its rows.</summary>
    public static IReadOnlyDictionary<Type, TableRights> Rights { get; } = new Dictionary<Type, TableRights>
    {
        [typeof(EventRow)] = new(Add, Look),
        [typeof(SummaryRow)] = new(Change, "SELECT, UPDATE"),
        [typeof(CounterRow)] = new(Change),
        [typeof(IntakeRow)] = new(Add),
        [typeof(LeaseRow)] = new(Change, Look),
        [typeof(InstallationRow)] = new($"{Look}, UPDATE (\"{nameof(InstallationRow.FingerprintCheck)}\")", Look),
        [typeof(SearchWordRow)] = new(Add, "SELECT, DELETE"),
        [typeof(WordPseudonymRow)] = new(Add, "SELECT, DELETE"),
        [typeof(CommentRow)] = new(Change, "SELECT, DELETE"),
        [typeof(DraftRow)] = new(All, "SELECT, DELETE"),
        [typeof(DueHandOverRow)] = new(All, "SELECT, DELETE"),
        [typeof(ReviewRow)] = new(Change, "SELECT, UPDATE, DELETE"),
        [typeof(AccessRow)] = new(Add, "SELECT, DELETE"),
        [typeof(RecordHeadRow)] = new("SELECT, UPDATE", "SELECT, UPDATE"),
        [typeof(RetentionRow)] = new(Change),
        [typeof(SavedViewRow)] = new(All),
        [typeof(InboxItemRow)] = new(All, "SELECT, DELETE"),
        [typeof(InboxSeenRow)] = new(All, "SELECT, DELETE"),
        [typeof(MailTemplatesRow)] = new(All),
        [typeof(TemplateChoiceRow)] = new(All),
        [typeof(IncomingMessageRow)] = new(All, "SELECT, UPDATE, DELETE"),
        [typeof(MessagePlaceRow)] = new(All, "SELECT, DELETE"),
        [typeof(MailWorkRow)] = new(Change),
        [typeof(DisturbanceRow)] = new(All),
        [typeof(WatchRow)] = new(All),
        [typeof(InstanceRow)] = new(All),
        [typeof(ErasureRow)] = new(Look, Add),
        [typeof(SessionRow)] = new(All),
        [typeof(LimitCountRow)] = new(All),
        [typeof(OpenPagesRow)] = new(All),
        [typeof(LogoutTokenRow)] = new("SELECT, INSERT, DELETE"),
        [typeof(EpochRow)] = new(Change, Look),
        [typeof(SightingRow)] = new(Change),
        [typeof(DataKeyRow)] = new(Add, "SELECT, DELETE"),
        [typeof(SignInKeyRow)] = new(Add),
        [typeof(KeyRingRow)] = new(Look, Look),
        [typeof(LastingKeyRow)] = new(Look, Look),
    };

    /// <summary>
    /// The statements that give the accounts these rights and no other, for the owner to run: first in the database of the
    /// events, then in that of the keys.
    /// </summary>
    public static IEnumerable<string> Script(JournalContext journal, KeyStoreContext keys, AccountNames names) =>
    [
        "-- In the database of Journal:ConnectionString, as the owner of its tables. Make the accounts first, each with a",
        $"-- password of its own: CREATE ROLE {Quoted(names.App)} LOGIN PASSWORD '...'; and so on. Again is harmless.",
        .. Of(journal, Schema, names.App, names.Erasure),
        "",
        "-- In the database of Journal:KeyStore, which may be the same one.",
        .. Of(keys, PostgresKeyStoreContext.Schema, names.Keys, names.Erasure),
    ];

    /// <summary>Each right that the app has to have on a table; no schema for the account's own.</summary>
    public static IEnumerable<(string? Schema, string Table, string Right)> Needed(DbContext context) =>
        from type in context.Model.GetEntityTypes()
        from right in Rights[type.ClrType].App.Split(", ")
        select (type.GetSchema(), type.GetTableName()!, right.Split(' ')[0]);

    private static IEnumerable<string> Of(DbContext context, string schema, string app, string erasure)
    {
        yield return $"REVOKE ALL ON ALL TABLES IN SCHEMA {schema} FROM PUBLIC, {Quoted(app)}, {Quoted(erasure)};";
        yield return $"REVOKE CREATE ON SCHEMA {schema} FROM PUBLIC, {Quoted(app)}, {Quoted(erasure)};";
        yield return $"GRANT USAGE ON SCHEMA {schema} TO {Quoted(app)}, {Quoted(erasure)};";
        yield return $"GRANT SELECT ON {schema}.{Quoted(History)} TO {Quoted(app)}, {Quoted(erasure)};";
        foreach (var type in context.Model.GetEntityTypes().OrderBy(one => one.GetTableName(), StringComparer.Ordinal))
        {
            var (rights, table) = (Rights[type.ClrType], $"{schema}.{Quoted(type.GetTableName()!)}");
            yield return $"GRANT {rights.App} ON {table} TO {Quoted(app)};";
            if (rights.Erasure is not null)
                yield return $"GRANT {rights.Erasure} ON {table} TO {Quoted(erasure)};";
        }
    }

    private static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
