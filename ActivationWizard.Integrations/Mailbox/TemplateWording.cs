using ActivationWizard.Domain.Ports;

namespace ActivationWizard.Integrations.Mailbox;

/// <summary>What a template looks like in one language.</summary>
/// <param name="Folder">The folder under the template folder.</param>
/// <param name="Subject">What the first line begins with.</param>
/// <param name="Salutation">The placeholder of the salutation.</param>
/// <param name="Name">The placeholder of the tenant's name.</param>
/// <param name="Greeting">The salutation itself; whether somebody is Mr or Ms is not known.</param>
internal sealed record TemplateWording(string Folder, string Subject, string Salutation, string Name, string Greeting)
{
    private static readonly TemplateWording Dutch = new("nl", "Onderwerp:", "{aanhef}", "{naam}", "Beste heer/mevrouw");
    private static readonly TemplateWording English = new("en", "Subject:", "{salutation}", "{name}", "Dear Mr/Ms");

    public static TemplateWording Of(MailLanguage language) => language switch
    {
        MailLanguage.Dutch => Dutch,
        MailLanguage.English => English,
        _ => throw new ArgumentOutOfRangeException(nameof(language), language, null),
    };
}
