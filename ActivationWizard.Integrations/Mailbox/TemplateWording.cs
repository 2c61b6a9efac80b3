using ActivationWizard.Domain.Ports;

namespace ActivationWizard.Integrations.Mailbox;

/// <summary>What a template looks like in one language.</summary>
/// <param name="Folder">The folder under the template folder.</param>
/// <param name="Subject">What the first line begins with.</param>
/// <param name="Greeting">The salutation, before a name; whether somebody is Mr or Ms is not known.</param>
/// <param name="Nobody">What stands for a name where nobody is addressed by name.</param>
internal sealed record TemplateWording(string Folder, string Subject, string Greeting, string Nobody)
{
    private static readonly TemplateWording Dutch = new("nl", "Onderwerp:", "Beste heer/mevrouw", "heer/mevrouw")
    {
        Salutation = "{aanhef}", Name = "{naam}", Number = "{zaaknummer}", Telephone = "{telefoon}",
    };

    private static readonly TemplateWording English = new("en", "Subject:", "Dear Mr/Ms", "Mr/Ms")
    {
        Salutation = "{salutation}", Name = "{name}", Number = "{casenumber}", Telephone = "{telephone}",
    };

    /// <summary>The placeholder of the salutation.</summary>
    public required string Salutation { get; init; }

    /// <summary>The placeholder of the name.</summary>
    public required string Name { get; init; }

    /// <summary>The placeholder of the case number.</summary>
    public required string Number { get; init; }

    /// <summary>The placeholder of the corporation's telephone number.</summary>
    public required string Telephone { get; init; }

    /// <summary>Every placeholder there is.</summary>
    public IReadOnlyList<string> Placeholders => [Salutation, Name, Number, Telephone];

    public static TemplateWording Of(MailLanguage language) => language switch
    {
        MailLanguage.Dutch => Dutch,
        MailLanguage.English => English,
        _ => throw new ArgumentOutOfRangeException(nameof(language), language, null),
    };
}
