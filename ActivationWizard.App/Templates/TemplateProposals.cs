using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;
using ActivationWizard.Integrations.Mailbox.StandardReplies;

namespace ActivationWizard.App.Templates;

/// <summary>Which reply a template seems to be for, by words in its subject: a proposal, never a choice.</summary>
public static class TemplateProposals
{
    private static readonly string[] English = ["engels", "english"];

    private static readonly (RefusalGround? Text, string[] Dutch, string[] English)[] Words =
    [
        (RefusalGround.NotTenant, ["geen huurder", "niet huurder"], ["not a tenant", "no tenant"]),
        (RefusalGround.UnderAdministration, ["bewind"], ["administration"]),
        (RefusalGround.PaymentArrangement, ["regeling"], ["arrangement"]),
        (RefusalGround.InstitutionCoResident, ["instelling"], ["institution"]),
        (null, ["neutra", "algemeen"], ["neutral", "general"]),
    ];

    /// <summary>Null when it names none, or several.</summary>
    public static ReplySlot? Of(string subject)
    {
        var found = Words
            .Select(one => (one.Text, Language: LanguageOf(subject, one.Dutch, one.English)))
            .Where(one => one.Language is not null)
            .ToList();
        return found is [{ Language: { } language, Text: var text }] ? new ReplySlot(text, language) : null;
    }

    private static MailLanguage? LanguageOf(string subject, string[] dutch, string[] english) =>
        Has(subject, dutch) ? Has(subject, English) ? MailLanguage.English : MailLanguage.Dutch
        : Has(subject, english) ? MailLanguage.English
        : null;

    private static bool Has(string subject, string[] words) =>
        words.Any(word => subject.Contains(word, StringComparison.OrdinalIgnoreCase));
}
