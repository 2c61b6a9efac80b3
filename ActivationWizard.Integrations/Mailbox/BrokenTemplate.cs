namespace ActivationWizard.Integrations.Mailbox;

/// <summary>A file of a standard reply that cannot be used.</summary>
/// <param name="File">Its path in <c>Mailbox:TemplateFolder</c>, such as <c>nl/NotTenant.txt</c>.</param>
/// <param name="Fault">What is wrong with it.</param>
public sealed record BrokenTemplate(string File, TemplateFault Fault);

/// <summary>What is wrong with a file of a standard reply. Closed.</summary>
public enum TemplateFault
{
    /// <summary>There is no such file.</summary>
    Missing,

    /// <summary>It cannot be opened: it is a folder, or the app's account may not read it.</summary>
    NotOpened,

    /// <summary>It is larger than 64 KiB.</summary>
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
}
