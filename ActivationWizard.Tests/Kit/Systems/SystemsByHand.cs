using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Codes;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Rules;

namespace ActivationWizard.Tests.Kit.Systems;

/// <summary>Systems without an interface: no call comes through, and every question and step is the employee's.</summary>
internal static class SystemsByHand
{
    private static readonly Dictionary<ForeignSystem, string[]> Calls = new()
    {
        [ForeignSystem.Umbrella] = ["customers", "customers-at", "account", "create", "delete", "activate", "code",
            "block", "unblock"],
        [ForeignSystem.Viewpoint] =
        [
            "units", "units-at-number", "agreements", "agreements-of-unit", "parties", "party", "acting", "flags",
            "arrangements", "dossier",
            "correct", "register-letter", "find-letter", "register-contact", "find-contact",
        ],
        [ForeignSystem.Postex] = ["preference", "prefer", "letter", "dispatch-status", "find-dispatches"],
        [ForeignSystem.Mailbox] = ["reply", "find-mail"],
    };

    // Longer than what was read counts as read just now: a person looks something up in another screen.
    private static readonly TimeSpan LookedUpIn = TimeSpan.FromMinutes(1);

    /// <summary>The world with these systems worked by hand; all of them when none is named.</summary>
    public static World ByHand(this World world, params ForeignSystem[] systems)
    {
        foreach (var system in systems is [] ? Enum.GetValues<ForeignSystem>() : systems)
            world.Calls.ByHand.UnionWith(Calls[system]);
        return world;
    }

    /// <summary>
    /// The case after these answers to the questions of fact, given in whatever order they are asked; it fails on a question that
    /// is not among them.
    /// </summary>
    public static async Task<ActivationCase> AnsweredByHandAsync(this World world, ActivationCase waits, HandAnswers answers)
    {
        while (waits is { Hold: HoldReason.SourceUnavailable, Verdict.Missing: { } fact }
            && answers.Values.TryGetValue(fact, out var value))
        {
            Assert.DoesNotContain(fact, answers.Given);
            answers.Given.Add(fact);
            world.Clock.Advance(LookedUpIn);
            waits = await world.AnsweredAsync(waits.Number, new AnswerFact(fact, value));
        }

        return waits;
    }

    /// <summary>The case after every step by hand was done.</summary>
    public static async Task<ActivationCase> DoneByHandAsync(this World world, ActivationCase waits)
    {
        while (waits.State is ActivationState.AwaitingManualStep)
        {
            world.Clock.Advance(LookedUpIn);
            waits = await world.AnsweredAsync(waits.Number, DoneOf(waits));
        }

        return waits;
    }

    /// <summary>The step that the case waits for was done, and went as it should.</summary>
    public static Answer DoneOf(ActivationCase waits) =>
        CodeByHand.IsLookedFor(waits) ? new SawCode(Sample.Today.AddDays(30)) : new ConfirmManualStep();
}
