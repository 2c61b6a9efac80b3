using ActivationWizard.App.Journal.Encryption;
using ActivationWizard.Domain.Reviews;
using ActivationWizard.Integrations.Settings;

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

    private static readonly Setting<JournalProvider> Database = new(
        $"{Section}:Provider", Kinds.Choice<JournalProvider>(), JournalProvider.Sqlite)
    {
        Meaning = "Where events are kept: files in `Installation:DataFolder`, or a PostgreSQL database.",
        NeverEmpty = true,
    };

    private static readonly Setting<string> Events = new(EventsKey, ConnectionKind.Postgres, "")
    {
        Meaning = "The PostgreSQL database of the events. In Production a server on another machine, here and in the next three "
            + "settings, needs `SSL Mode=VerifyFull` or `VerifyCA`.",
        IsSecret = true,
        MayBeShared = true,
        NeverEmpty = true,
        RequiredWhen = new($"when `{Section}:Provider` is `Postgres`", read => IsOn(read, JournalProvider.Postgres)),
        RefusedWhen = new($"when `{Section}:Provider` is `Sqlite`", read => IsOn(read, JournalProvider.Sqlite)),
    };

    private static readonly Setting<string> Keys = new(KeyStoreKey, ConnectionKind.Postgres, "")
    {
        Meaning = "Another PostgreSQL database, for the keys of the cases.",
        IsSecret = true,
        MayBeShared = true,
        NeverEmpty = true,
        DefaultInWords = "that of the events, in a schema of its own",
        RefusedWhen = new($"when `{Section}:Provider` is `Sqlite`", read => IsOn(read, JournalProvider.Sqlite)),
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
        [
            Database, Events, Keys, .. RoleSettings.All, .. MasterKeySettings.All, Lease, Checkpoint, CheckpointEvery,
            CheckpointTo, CheckpointSent,
        ])
    {
        Rules =
        [
            ConnectionKind.IsProtected(Events), ConnectionKind.IsProtected(Keys), .. RoleSettings.Rules,
            .. MasterKeySettings.Rules,
        ],
    };

    /// <summary>The kind of database.</summary>
    public JournalProvider Provider { get; init; }

    /// <summary>Of the PostgreSQL database; null for SQLite.</summary>
    public string? ConnectionString { get; init; }

    /// <summary>Connection string of another PostgreSQL database for the keys of the cases; null for the same one.</summary>
    public string? KeyStore { get; init; }

    /// <summary>The events under the account that may erase; null for that of the app.</summary>
    public string? ErasureConnectionString { get; init; }

    /// <summary>The keys under the account that may erase; null for that of the events, or of the app.</summary>
    public string? ErasureKeyStore { get; init; }

    /// <summary>Production accepts one account for everything.</summary>
    public bool HasOneRole { get; init; }

    /// <summary>Null when a demonstration makes its own.</summary>
    public MasterKey? MasterKey { get; init; }

    /// <summary>The master key before it, while keys are rotated; null otherwise.</summary>
    public MasterKey? PreviousMasterKey { get; init; }

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

    /// <summary>For how long personal data is kept: a section of its own.</summary>
    public RetentionTerms Retention { get; init; } = new();

    /// <summary>How many finished cases are reviewed.</summary>
    public SampleSize Sample { get; init; } = SampleSettings.Standard;

    /// <summary>Reads the section, and that of the terms.</summary>
    public static JournalOptions Read(SettingsReader read) => new()
    {
        Retention = RetentionTerms.Read(read),
        Sample = SampleSettings.Read(read),
        Provider = read.Of(Database),
        ConnectionString = read.TextOf(Events),
        KeyStore = read.TextOf(Keys),
        ErasureConnectionString = RoleSettings.EventsOf(read),
        ErasureKeyStore = RoleSettings.KeysOf(read),
        HasOneRole = RoleSettings.IsAccepted(read),
        MasterKey = MasterKeySettings.Read(read),
        PreviousMasterKey = MasterKeySettings.ReadPrevious(read),
        LeaseTime = read.Of(Lease),
        CheckpointFile = read.TextOf(Checkpoint),
        CheckpointInterval = read.Of(CheckpointEvery),
        CheckpointAddress = read.Of(CheckpointTo),
        CheckpointSendInterval = read.Of(CheckpointSent),
    };

    internal static bool IsOn(SettingsReader read, JournalProvider provider) =>
        read.IsRight(Database) && read.Of(Database) == provider;
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
