using ActivationWizard.Domain.Cases;

namespace ActivationWizard.Tests.Kit.Browser;

/// <summary>
/// One way a case can go: which seeded request, what a person has to answer, what becomes of it, and what that may cost.
/// </summary>
/// <param name="Title">As the measures name it.</param>
/// <param name="Name">The tenant of the seeded request.</param>
/// <param name="Clicks">At most, with a mouse.</param>
/// <param name="Presses">At most, without one; a chord such as Ctrl+Enter is one press.</param>
/// <param name="End">Where the case ends.</param>
/// <param name="Effects">What the systems really do, in order.</param>
/// <param name="Questions">The inputs that a person has to answer before the last button, in order.</param>
internal sealed record Scenario(
    string Title, string Name, int Clicks, int Presses, ActivationState End, string[] Effects, params string[] Questions)
{
    /// <summary>The question whose answer is recorded before the proposal comes.</summary>
    public static readonly string Proof = Seen.Proof;

    public static readonly Scenario[] All =
    [
        new("E-mail (1)", "E. Mailstra", 3, 3, ActivationState.SentByEmail,
            ["activate-account", "mail-code", "register-contact"]),
        new("Letter (2)", "P. Postma", 3, 3, ActivationState.SentByLetter,
            ["activate-account", "dispatch-letter", "register-document"]),
        new("Letter, address differs (2)", "R. Andersen", 3, 3, ActivationState.SentByLetter,
            ["activate-account", "dispatch-letter", "register-document"]),
        new("Letter, portal differs (2)", "V. Verschil", 3, 3, ActivationState.SentByLetter,
            ["activate-account", "dispatch-letter", "register-document"]),
        new("Refusal (3)", "T. Schuldink", 3, 3, ActivationState.Refused, ["send-mail", "register-contact"]),
        new("Refusal and block (3)", "R. Onderdelinden", 4, 5, ActivationState.Refused,
            ["block-account", "send-mail", "register-contact"], Seen.Block),
        new("Court administrator (3b)", "I. Eigenaar", 6, 8, ActivationState.SentByEmail,
            ["correct-contacts", "set-preference", "activate-account", "mail-code", "register-contact"], Proof, Seen.Correct),
        new("New code by e-mail (4)", "N. Nieuwenhuis", 4, 5, ActivationState.SentByEmail,
            ["delete-account", "create-account", "activate-account", "mail-code", "register-contact"], Seen.OldAccount),
        new("New code by letter (4)", "D. Drukker", 4, 5, ActivationState.SentByLetter,
            ["delete-account", "create-account", "activate-account", "dispatch-letter", "register-document"], Seen.OldAccount),
    ];

    public override string ToString() => Title;
}
