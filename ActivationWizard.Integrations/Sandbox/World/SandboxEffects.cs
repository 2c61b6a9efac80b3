namespace ActivationWizard.Integrations.Sandbox.World;

/// <summary>The names of the effects in the ledger.</summary>
public static class SandboxEffects
{
    public const string CreateAccount = "create-account";
    public const string DeleteAccount = "delete-account";
    public const string ActivateAccount = "activate-account";

    /// <summary>
    /// Umbrella's own mail to a tenant or administrator; comes after <see cref="ActivateAccount"/> with the same key.
    /// </summary>
    public const string MailCode = "mail-code";

    public const string BlockAccount = "block-account";
    public const string UnblockAccount = "unblock-account";
    public const string CorrectContacts = "correct-contacts";
    public const string RegisterDocument = "register-document";
    public const string RegisterContact = "register-contact";
    public const string DispatchLetter = "dispatch-letter";

    /// <summary>A letter that the recipient's preference turned into an e-mail.</summary>
    public const string DispatchEmail = "dispatch-email";

    public const string SetPreference = "set-preference";

    /// <summary>A mail that left the Wonen mailbox.</summary>
    public const string SendMail = "send-mail";
}
