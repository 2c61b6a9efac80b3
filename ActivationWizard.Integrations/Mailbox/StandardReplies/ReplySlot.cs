using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.Integrations.Mailbox.StandardReplies;

/// <summary>One of the standard replies that there have to be: a text in a language. Several grounds can share one.</summary>
/// <param name="Text">The ground whose text it is; null for the neutral one, which does not say why.</param>
/// <param name="Language">Its language.</param>
public sealed record ReplySlot(RefusalGround? Text, MailLanguage Language)
{
    private const string NeutralName = "Neutral";

    /// <summary>Every one, the Dutch first.</summary>
    public static IReadOnlyList<ReplySlot> All { get; } =
    [
        .. Enum.GetValues<MailLanguage>().SelectMany(language => Enum.GetValues<RefusalGround>()
            .Select(ground => Of(new TemplateChoice(ground, false, language)))).Distinct(),
    ];

    /// <summary>How it is called in files, rows and logs, such as <c>nl/NotTenant</c>. It never changes.</summary>
    public string Name => $"{TemplateWording.Of(Language).Folder}/{Text?.ToString() ?? NeutralName}";

    /// <summary>The one that serves a choice.</summary>
    public static ReplySlot Of(TemplateChoice choice) => new(
        // A requester without standing and a refusal by hand have no text of their own: it would say why.
        choice.Neutral || choice.Ground is RefusalGround.NotAuthorised or RefusalGround.ByHand ? null : choice.Ground,
        choice.Language);

    /// <summary>The one of this name; null when there is none.</summary>
    public static ReplySlot? Named(string name) => All.FirstOrDefault(slot => slot.Name == name);
}
