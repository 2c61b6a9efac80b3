using ActivationWizard.App.Replay;
using ActivationWizard.App.Words;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.Basics;
using ActivationWizard.Tests.Kit.Components;
using ActivationWizard.Tests.Kit.Journal;

namespace ActivationWizard.Tests.App.Replay;

/// <summary>What an event changed about the case, from the case before it and the case after it.</summary>
public sealed class CaseChangesTests
{
    [Fact]
    public void Of_TheFirstEvent_IsWhereTheCaseBegan() =>
        Assert.Equal([new CaseChange("Toestand", "–", "Aanvraag binnen")], Of(1));

    [Fact]
    public void Of_TakingTheCase_IsWhoHasIt() => Assert.Contains(new CaseChange("Medewerker", "–", "Sanne Bakker"), Of(2));

    [Fact]
    public void Of_GatheringFacts_IsWhatTheSourcesSaid()
    {
        var tenancy = Assert.Single(Of(3), one => one.What == StepWords.Of(FactKind.Tenancy));

        Assert.Equal("–", tenancy.Was);
        Assert.StartsWith("Dorpsstraat 12", tenancy.Is, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_AProposal_IsTheStateTheRuleAndWhatIsProposed() => Assert.Equal(
        [
            new CaseChange("Toestand", "Gegevens ophalen", "Wacht op besluit"), new CaseChange("Regel", "–", "D22"),
            new CaseChange("Voorstel", "–", "Verstuur de code per e-mail naar anna.jansen@voorbeeld.example"),
        ],
        Of(4));

    [Fact]
    public void Of_AnotherValueThatIsJudgedTheSame_IsAChangeAllTheSame()
    {
        var before = Replays.Of(Replays.ByEmail).At(4).Case;
        Assert.True(EmailAddress.TryParse("a.jansen@elders.example", out var other));
        var after = before.WithFacts(before.Facts with
        {
            Email = Fact.Known(new EmailFinding(EmailComparison.Match, other, null, false), Source.Viewpoint, FixedTime.Start),
        });

        var change = Assert.Single(CaseChanges.Of(before, after), one => one.What == StepWords.Of(FactKind.Email));

        Assert.Contains($"{Story.Email}", change.Was, StringComparison.Ordinal);
        Assert.Contains("a.jansen@elders.example", change.Is, StringComparison.Ordinal);
    }

    private static IReadOnlyList<CaseChange> Of(int at)
    {
        var moment = Replays.Of(Replays.ByEmail).At(at);
        return CaseChanges.Of(moment.Before, moment.Case);
    }
}
