using ActivationWizard.App.Journal.Encryption;
using ActivationWizard.App.Journal.Storage;
using Microsoft.Extensions.Options;

namespace ActivationWizard.App.Journal;

/// <summary>
/// The database is not this installation's: made by a demo and opened as production, the other way round, or made with another
/// master key or key for fingerprints. A wrong setting, so that the app says so and does not start.
/// </summary>
public sealed class WrongInstallationException(DatabaseFault fault, string sentence)
    : OptionsValidationException(JournalOptions.Section, typeof(JournalOptions), [sentence]), IDatabaseRefusal
{
    private const string MasterKeys = "Journal:MasterKey, Journal:MasterKeyFile";

    /// <inheritdoc />
    public IReadOnlyList<DatabaseFault> Faults { get; } = [fault];

    /// <summary>A database keeps its mark for life.</summary>
    public static WrongInstallationException OfMark(string made, DatabaseMark asked) =>
        new(new(DatabaseFaultKind.OtherMode, "Installation:Mode", made),
            $"Installation:Mode is {asked}, and this database was made in mode {made}: that is for a database's whole life.");

    /// <summary>With another key not one case could be read, and every chain would look forged.</summary>
    public static WrongInstallationException OfKey() =>
        new(new(DatabaseFaultKind.OtherMasterKey, MasterKeys),
            $"Journal:MasterKey, Journal:MasterKeyFile or {MasterKeySource.DemoFile} in Installation:DataFolder: "
            + "the key is not the one this database was made with.");

    /// <summary>Neither the new nor the old key is that of the database: nothing was changed.</summary>
    public static WrongInstallationException OfKeys() =>
        new(new(DatabaseFaultKind.OtherMasterKey, $"{MasterKeys}, Journal:PreviousMasterKey"),
            "Journal:MasterKey and Journal:PreviousMasterKey (or the files): neither is the key that this database is used "
            + "with.");

    /// <summary>Keys that are still wrapped by the key before would be lost without it.</summary>
    public static WrongInstallationException OfUnfinishedRotation() =>
        new(new(DatabaseFaultKind.UnfinishedRotation, "Journal:PreviousMasterKey"),
            "Journal:PreviousMasterKey, or Journal:PreviousMasterKeyFile: keys in the database are wrapped by a master key that "
            + "is not in the settings. Set it to the key before the rotation, and run --rotate-master-key again.");

    /// <summary>An empty key store in its place would make every case unreadable for good.</summary>
    public static WrongInstallationException OfLostKeys() =>
        new(new(DatabaseFaultKind.LostKeys, JournalOptions.KeyStoreKey),
            "Journal:KeyStore, or keys.db in Installation:DataFolder: the keys of the cases are not there, and there are cases. "
            + "Put the key store back from its backup; docs/operations.md, Backup, has the lines.");

    /// <summary>Every instance on a database has the same.</summary>
    public static WrongInstallationException OfFingerprintKey() =>
        new(new(DatabaseFaultKind.OtherFingerprintKey, "Activation:FingerprintKey"),
            "Activation:FingerprintKey, or keys/fingerprint.key in Installation:DataFolder: "
            + "the key is not the one this database was first opened with. Every instance must have the same.");
}
