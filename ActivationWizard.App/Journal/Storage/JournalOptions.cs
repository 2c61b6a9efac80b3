using ActivationWizard.App.Hosting;
using ActivationWizard.App.Journal.Encryption;
using ActivationWizard.Integrations.Settings;
using Npgsql;

namespace ActivationWizard.App.Journal.Storage;

/// <summary>Where the journal is kept: the section <c>Journal</c> of the settings.</summary>
public sealed record JournalOptions
{
    /// <summary>The name of the section.</summary>
    public const string Section = "Journal";

    /// <summary>The setting of the PostgreSQL database of the events.</summary>
    public const string EventsKey = $"{Section}:ConnectionString";

    /// <summary>The setting of another one for the keys.</summary>
    public const string KeyStoreKey = $"{Section}:KeyStore";

    private static readonly SettingKind<string> Connection = new(
        "connection string", "the connection string of a PostgreSQL database", (string text, out string value) =>
            IsConnection(value = text));

    private static readonly Setting<JournalProvider> Database = new(
        $"{Section}:Provider", Kinds.Choice<JournalProvider>(), JournalProvider.Sqlite)
    {
        Meaning = "Where events are kept: files in `Installation:DataFolder`, or a PostgreSQL database.",
        NeverEmpty = true,
    };

    private static readonly Setting<string> Events = new(EventsKey, Connection, "")
    {
        Meaning = "The PostgreSQL database of the events.",
        IsSecret = true,
        NeverEmpty = true,
        RequiredWhen = new($"when `{Section}:Provider` is `Postgres`", read => Is(read, JournalProvider.Postgres)),
        RefusedWhen = new($"when `{Section}:Provider` is `Sqlite`", read => Is(read, JournalProvider.Sqlite)),
    };

    private static readonly Setting<string> Keys = new(KeyStoreKey, Connection, "")
    {
        Meaning = "Another PostgreSQL database, for the keys of the cases.",
        IsSecret = true,
        NeverEmpty = true,
        DefaultInWords = "that of the events, in a schema of its own",
        RefusedWhen = new($"when `{Section}:Provider` is `Sqlite`", read => Is(read, JournalProvider.Sqlite)),
    };

    private static readonly Setting<byte[]?> Key = new(
        $"{Section}:MasterKey", Kinds.Bytes(Encryption.MasterKey.Length), null)
    {
        Meaning = "The key that wraps every case's key. Without it nothing in the journal can be read.",
        IsSecret = true,
        NeverEmpty = true,
        DefaultInWords = "made at the first start in Demo",
        RequiredWhen = new($"in Production, unless `{Section}:MasterKeyFile` is set", NeedsKey),
    };

    private static readonly Setting<byte[]?> File = new($"{Section}:MasterKeyFile", MasterKeyFile.Kind, null)
    {
        Meaning = "A file with that key, instead of the key itself: closed to everybody but its owner and group, and in "
            + "Production outside `Installation:DataFolder`.",
        NeverEmpty = true,
    };

    private static readonly Setting<TimeSpan> Lease = new(
        $"{Section}:LeaseSeconds", Kinds.WholeSeconds(2, 60), TimeSpan.FromSeconds(6))
    {
        Meaning = "How long a process that does not renew its right to act for a case keeps it; a killed process keeps its cases "
            + "for as long.",
    };

    private static readonly Setting<string> Checkpoint = new($"{Section}:CheckpointFile", Kinds.Text, "")
    {
        Meaning = "Where it is noted, outside the database, how far the database is: one that is behind it was put back.",
        NeverEmpty = true,
        DefaultInWords = "`checkpoint.json` in `Installation:DataFolder`",
    };

    private static readonly Setting<TimeSpan> CheckpointEvery = new(
        $"{Section}:CheckpointSeconds", Kinds.Seconds(0.1, 60), TimeSpan.FromSeconds(5))
    {
        Meaning = "How often that is noted; at a stop it is noted as well.",
    };

    private static readonly Setting<Uri?> CheckpointTo = new($"{Section}:CheckpointAddress", Kinds.Address, null)
    {
        Meaning = "Where the note is sent as well, sealed, by a POST: keep what comes in, out of reach of who administers the "
            + "database. `--verify --checkpoint FILE` compares with it.",
        NeverEmpty = true,
        DefaultInWords = "nowhere",
    };

    private static readonly Setting<TimeSpan> CheckpointSent = new(
        $"{Section}:CheckpointSendSeconds", Kinds.Seconds(0.1, 86_400), TimeSpan.FromSeconds(60))
    {
        Meaning = "How often it is sent.",
    };

    /// <summary>The section as it is declared.</summary>
    public static SettingsSection Declared { get; } = new(
        Section, "Where the events of every case are kept, and with which key.",
        [Database, Events, Keys, Key, File, Lease, Checkpoint, CheckpointEvery, CheckpointTo, CheckpointSent])
    {
        Rules =
        [
            new(File, "cannot be set along with Journal:MasterKey: give one of the two",
                read => !read.IsSet(Key) || !read.IsSet(File)),
            .. MasterKeyFile.Rules(File),
            NotTheFingerprints(File),
        ],
    };

    /// <summary>The kind of database.</summary>
    public JournalProvider Provider { get; init; }

    /// <summary>Of the PostgreSQL database; null for SQLite.</summary>
    public string? ConnectionString { get; init; }

    /// <summary>Connection string of another PostgreSQL database for the keys of the cases; null for the same one.</summary>
    public string? KeyStore { get; init; }

    /// <summary>Null when a demonstration makes its own.</summary>
    public MasterKey? MasterKey { get; init; }

    /// <summary>How long the right of a process to act for a case lasts when it is not renewed.</summary>
    public TimeSpan LeaseTime { get; init; } = Lease.Standard;

    /// <summary>Where it is noted how far the database is; null for a file in the data folder.</summary>
    public string? CheckpointFile { get; init; }

    /// <summary>How often that is noted.</summary>
    public TimeSpan CheckpointInterval { get; init; } = CheckpointEvery.Standard;

    /// <summary>Where the note is sent as well; null for nowhere.</summary>
    public Uri? CheckpointAddress { get; init; }

    /// <summary>How often it is sent.</summary>
    public TimeSpan CheckpointSendInterval { get; init; } = CheckpointSent.Standard;

    /// <summary>Reads the section.</summary>
    public static JournalOptions Read(SettingsReader read) => new()
    {
        Provider = read.Of(Database),
        ConnectionString = read.TextOf(Events),
        KeyStore = read.TextOf(Keys),
        MasterKey = (read.Of(Key) ?? read.Of(File)) is { } key ? new MasterKey(key) : null,
        LeaseTime = read.Of(Lease),
        CheckpointFile = read.TextOf(Checkpoint),
        CheckpointInterval = read.Of(CheckpointEvery),
        CheckpointAddress = read.Of(CheckpointTo),
        CheckpointSendInterval = read.Of(CheckpointSent),
    };

    private static bool Is(SettingsReader read, JournalProvider provider) =>
        read.IsRight(Database) && read.Of(Database) == provider;

    private static bool NeedsKey(SettingsReader read) => read.IsDemo is false && !read.IsSet(File);

    private static bool IsConnection(string text)
    {
        try
        {
            return !text.Any(char.IsControl) && new NpgsqlConnectionStringBuilder(text).Host is { Length: > 0 };
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or KeyNotFoundException)
        {
            return false;
        }
    }

    private static SettingsRule NotTheFingerprints(Setting<byte[]?> key) => new(
        key, $"must not hold the key of {ActivationSection.Fingerprint.Key}: make one for each",
        read => read.Of(key) is not { } bytes || read.Of(ActivationSection.Fingerprint) is not { } other
            || !bytes.AsSpan().SequenceEqual(other),
        ActivationSection.Fingerprint);
}

/// <summary>The databases a journal can be kept in.</summary>
public enum JournalProvider
{
    Sqlite,
    Postgres,
}

/// <summary>What a database is, for life: the one is never opened as the other.</summary>
public enum DatabaseMark
{
    Demo,
    Production,
}
