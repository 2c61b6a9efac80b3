using System.Collections.Frozen;

namespace ActivationWizard.Domain.Ports;

/// <summary>
/// The codes that say why something was not done: our own, and those of the systems' contracts. They stand in journals and never
/// change; each has a sentence for people. A system may give others: those are shown as they are.
/// </summary>
public static class RefusalCodes
{
    /// <summary>Umbrella: there is one already.</summary>
    public const string AccountExists = "account-bestaat";

    /// <summary>Umbrella, and ours for an account that is not to be deleted.</summary>
    public const string AccountBlocked = "account-geblokkeerd";

    /// <summary>Umbrella, and ours where there should have been one.</summary>
    public const string NoAccount = "geen-account";

    /// <summary>Ours: not the account that was read.</summary>
    public const string OtherAccount = "ander-account";

    /// <summary>Umbrella: the account is no longer the version that was read.</summary>
    public const string AccountChanged = "gewijzigd";

    /// <summary>Umbrella.</summary>
    public const string UnknownCustomer = "klant-onbekend";

    /// <summary>Umbrella: every code that begins so is about the address that a code is mailed to.</summary>
    public const string EmailPrefix = "emailadres-";

    /// <summary>Ours: Umbrella made a code and says that it mailed nothing.</summary>
    public const string NotMailed = "niet-verzonden";

    /// <summary>Ours: the code that is there does not last long enough (G3).</summary>
    public const string CodeTooShort = "code-te-kort-geldig";

    /// <summary>Ours: the code that is there is not the one that was read, or is none.</summary>
    public const string OtherCode = "andere-code";

    /// <summary>Postex: a session that failed.</summary>
    public const string DispatchFailed = "error";

    /// <summary>Ours: Postex has another preference than was set.</summary>
    public const string PreferenceNotTaken = "voorkeur-niet-overgenomen";

    /// <summary>Ours: two of what should be there once.</summary>
    public const string FoundTwice = "dubbel";

    /// <summary>Ours: what is there does not say whether it happened.</summary>
    public const string NotVisible = "niet-te-zien";

    /// <summary>Ours: Viewpoint has no such party when something is to be registered about it.</summary>
    public const string UnknownParty = "onbekende-relatie";

    /// <summary>Ours: Viewpoint has no such party when it is looked at afterwards.</summary>
    public const string PartyGone = "relatie-onbekend";

    /// <summary>Ours: something stands there that nobody saw, and it would be overwritten.</summary>
    public const string OtherContact = "ander-contactgegeven";

    /// <summary>Ours: a 404 that says nothing.</summary>
    public const string Unexplained = "onbekend";

    /// <summary>Ours: the subject has characters that no mail may have.</summary>
    public const string InvalidSubject = "onderwerp-ongeldig";

    /// <summary>Ours: the text has characters that no mail may have.</summary>
    public const string InvalidText = "tekst-ongeldig";

    /// <summary>Ours: no mail can be sent to the address.</summary>
    public const string InvalidAddress = "adres-ongeldig";

    /// <summary>Ours: the draft in the mailbox is not for whom it was made, or for others as well.</summary>
    public const string OtherRecipient = "andere-ontvanger";

    /// <summary>Ours: the submission server cannot take an address with letters that are not ASCII.</summary>
    public const string NoUtf8 = "smtputf8-ontbreekt";

    /// <summary>Ours: a server's status of three digits follows.</summary>
    public const string SmtpPrefix = "smtp-";

    private static readonly FrozenSet<string> Known =
    [
        AccountExists, AccountBlocked, NoAccount, OtherAccount, AccountChanged, UnknownCustomer, $"{EmailPrefix}ontbreekt",
        $"{EmailPrefix}in-gebruik", "sleutel-hergebruikt", "sleutel-ongeldig", "if-match-ontbreekt", "ongeldig-verzoek",
        NotMailed,
        CodeTooShort, OtherCode, DispatchFailed, "preference_invalid", "generator_not_found", "reference_missing",
        "recipient_incomplete", "address_invalid", "parameter_missing", PreferenceNotTaken, FoundTwice, NotVisible, UnknownParty,
        PartyGone, OtherContact, "contactgegeven", "bericht", Unexplained, InvalidSubject, InvalidText, InvalidAddress,
        OtherRecipient, NoUtf8,
    ];

    /// <summary>All of them, but for the statuses of a mail server.</summary>
    public static IReadOnlyCollection<string> All => Known;

    /// <summary>Whether the code is one of these.</summary>
    public static bool IsKnown(string code) => Known.Contains(code);
}
