using ActivationWizard.App.Cases.Check;
using ActivationWizard.App.Cases.Parts;
using ActivationWizard.App.Controls;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Tests.Kit.Components;
using Bunit;

namespace ActivationWizard.Tests.Components;

/// <summary>Which facts of a case are looked at, and in which order.</summary>
public sealed class FactFoldingTests : Screen
{
    public static TheoryData<string> Names => [.. StepCases.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Of_EveryCase_LosesNoFactAndFoldsOnlyWhatFits(string name)
    {
        var activation = StepCases.All[name];

        var facts = FactFolding.Of(activation);

        Assert.Equal(
            FactRows.Of(activation).Select(row => row.Fact).Order(),
            facts.Shown.Concat(facts.Folded).Select(row => row.Fact).Order());
        Assert.All(facts.Folded, row => Assert.Equal(MarkKind.Ok, row.Mark));
    }

    [Fact]
    public void Of_AProposal_BeginsWithWhatDecided() =>
        Assert.Equal(FactKind.Email, FactFolding.Of(StepCases.All["email proposal"]).Shown[0].Fact);

    [Fact]
    public void CheckFacts_OfAProposal_HasOneLineForWhatFits()
    {
        var facts = Render<CheckFacts>(with => with.Add(one => one.Case, StepCases.All["email proposal"]));

        Assert.StartsWith("Klopt (", facts.Find(".aw-fits summary").TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(facts.FindAll(".aw-fits tbody tr"));
        Assert.Equal("E-mail (privé)", facts.Find("tbody th").TextContent);
    }
}
