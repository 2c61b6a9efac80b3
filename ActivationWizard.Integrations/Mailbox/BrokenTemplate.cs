namespace ActivationWizard.Integrations.Mailbox;

/// <summary>A template of a standard reply that cannot be used.</summary>
/// <param name="File">
/// Its path in <c>Mailbox:TemplateFolder</c>, such as <c>nl/NotTenant.txt</c>; of one in the mailbox the reply that it is for,
/// such as <c>nl/NotTenant</c>.
/// </param>
/// <param name="Fault">What is wrong with it.</param>
public sealed record BrokenTemplate(string File, TemplateFault Fault);

/// <summary>What is wrong with the template of a standard reply. Closed.</summary>
public enum TemplateFault
{
    /// <summary>There is no such file, or the message that was chosen is not in the mailbox any more.</summary>
    Missing,

    /// <summary>
    /// It cannot be opened: it is a folder, or the app's account may not read it; or the mailbox was never read.
    /// </summary>
    NotOpened,

    /// <summary>
    /// It is a file of more than 64 KiB, or a message of more than 2 MiB, 200 characters of subject or 10,000 of text.
    /// </summary>
    TooLong,

    /// <summary>It is written in another encoding, or is no text.</summary>
    NotUtf8,

    /// <summary>It has nothing in it.</summary>
    Empty,

    /// <summary>The first line is not that of the subject.</summary>
    NoSubject,

    /// <summary>There is nothing under the subject.</summary>
    NoText,

    /// <summary>There are braces in it that are not those of a placeholder.</summary>
    UnknownPlaceholder,

    /// <summary>It has the placeholder of the telephone number, and <c>Mailbox:Telephone</c> is not set.</summary>
    NoTelephone,

    /// <summary>Nobody chose a message for it.</summary>
    NotChosen,
}
