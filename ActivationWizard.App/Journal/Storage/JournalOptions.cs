namespace ActivationWizard.App.Journal.Storage;

/// <summary>Where the journal is kept: the section <c>Journal</c> of the settings.</summary>
public sealed class JournalOptions
{
    public const string Section = "Journal";

    /// <summary><c>Sqlite</c> (default), files in the data folder, or <c>Postgres</c>.</summary>
    public string Provider { get; set; } = nameof(JournalProvider.Sqlite);

    /// <summary>Of the PostgreSQL database; needed for Postgres, and for nothing else.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>
    /// Connection string of another PostgreSQL database for the keys of the cases; default the same one, in a schema of its
    /// own.
    /// </summary>
    public string? KeyStore { get; set; }

    /// <summary>32 bytes in base64. Needed in production, this one or <see cref="MasterKeyFile"/>.</summary>
    public string? MasterKey { get; set; }

    /// <summary>A file that holds 32 bytes in base64.</summary>
    public string? MasterKeyFile { get; set; }

    /// <summary>
    /// How long the right of a process to act for a case lasts when it is not renewed, in seconds. A killed process keeps its cases for as long. Default 6.
    /// </summary>
    public int LeaseSeconds { get; set; } = 6;

    /// <summary>The provider, or null when <see cref="Provider"/> names none.</summary>
    public JournalProvider? KnownProvider => Enum.GetValues<JournalProvider>().Cast<JournalProvider?>()
        .FirstOrDefault(one => string.Equals($"{one}", Provider, StringComparison.OrdinalIgnoreCase));
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
