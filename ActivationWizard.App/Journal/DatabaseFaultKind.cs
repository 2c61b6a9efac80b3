namespace ActivationWizard.App.Journal;

/// <summary>What is the matter with a database. Each has a sentence in every language, by its name.</summary>
public enum DatabaseFaultKind
{
    /// <summary>Nobody answers at that address.</summary>
    NoAnswer,

    /// <summary>The server's certificate is over, or nobody here trusts it.</summary>
    Certificate,

    /// <summary>The server refuses the user name or the password.</summary>
    SignInRefused,

    /// <summary>The account lacks a right.</summary>
    NoRight,

    /// <summary>The server has no database of that name.</summary>
    NoDatabase,

    /// <summary>The server has no connection left.</summary>
    NoConnectionLeft,

    /// <summary>The server starts or stops.</summary>
    NotReady,

    /// <summary>The disk of the database is full.</summary>
    DiskFull,

    /// <summary>The database can be read only.</summary>
    ReadOnly,

    /// <summary>The disk gives an error.</summary>
    DiskError,

    /// <summary>The file is damaged.</summary>
    Damaged,

    /// <summary>The file cannot be opened.</summary>
    CannotOpen,

    /// <summary>The file is something else.</summary>
    NotADatabase,

    /// <summary>Anything else.</summary>
    Other,

    /// <summary>A demonstration's, opened as a production, or the other way round.</summary>
    OtherMode,

    /// <summary>Made with another master key.</summary>
    OtherMasterKey,

    /// <summary>Keys are still wrapped by a master key that is not in the settings.</summary>
    UnfinishedRotation,

    /// <summary>There are cases, and their keys are gone.</summary>
    LostKeys,

    /// <summary>First opened with another key for fingerprints.</summary>
    OtherFingerprintKey,

    /// <summary>A later version brought it up to date.</summary>
    NewerVersion,

    /// <summary>What was in the files goes on in PostgreSQL.</summary>
    Moved,

    /// <summary>What comes from the files is not whole there yet.</summary>
    MoveUnfinished,

    /// <summary>The account of the app may change or remove events.</summary>
    ChangesEvents,

    /// <summary>The account of the events reads the keys of the cases as well.</summary>
    ReadsKeys,
}
