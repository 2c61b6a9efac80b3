using ActivationWizard.Tests.Kit.Basics;
using ActivationWizard.Tests.Kit.Run;

namespace ActivationWizard.Tests.Domain.Values;

/// <summary>
/// House numbers and mail addresses written in every way, against a reading of the rules that shares nothing with the product.
/// </summary>
public sealed class NotationTests
{
    [Fact]
    public void HouseNumber_InAnyNotation_IsWhatTheRulesSay() => HouseNumberNotations.Notations.Check(PastedTexts.EveryDay);

    [Fact]
    public void EmailAddress_InAnyNotation_IsWhatTheRulesSay() => EmailNotations.Notations.Check(PastedTexts.EveryDay);

    [Fact]
    [Nightly("A few thousand show a fault of the rules.")]
    public void HouseNumber_AMillionNotations_AreWhatTheRulesSay() =>
        HouseNumberNotations.Notations.Check(PastedTexts.EveryNight);

    [Fact]
    [Nightly("A few thousand show a fault of the rules.")]
    public void EmailAddress_AMillionNotations_AreWhatTheRulesSay() => EmailNotations.Notations.Check(PastedTexts.EveryNight);
}
