using ActivationWizard.App.Cases.Parts;
using ActivationWizard.App.Controls;
using ActivationWizard.App.Words;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Tests.Kit.Components;
using ActivationWizard.Tests.Kit.Systems;

namespace ActivationWizard.Tests.Components;

/// <summary>The screen says that something agrees only where it was compared.</summary>
public sealed class PersonComparisonTests
{
    [Theory]
    [InlineData("Jansen", "A. Jansen", MarkKind.Ok, "Klopt")]
    [InlineData("Jansen", "Mevr. A. JANSEN", MarkKind.Ok, "Klopt")]
    [InlineData("Jansen", "P. Pietersen", MarkKind.Difference, "Umbrella heeft een andere naam")]
    [InlineData("Jansen", "A. Janssen", MarkKind.Difference, "Umbrella heeft een andere naam")]
    [InlineData("Janssen", "A. Janssen", MarkKind.Unknown, "anders geschreven")]
    public void Of_Found_AgreesOnlyWhereBothNamesWereCompared(string registered, string customer, MarkKind mark, string word)
    {
        var facts = StepCases.Facts();
        var party = facts.Person.Value!.Party! with { Name = new PartyName(registered, null, "A.") };
        var row = RowOf(FactKind.Person, facts with
        {
            Person = Fact.Known(new PersonFinding(PersonMatch.Found, party, []), Source.Viewpoint, Sample.Now),
            Account = Fact.Known(facts.Account.Value! with { CustomerName = customer }, Source.Umbrella, Sample.Now),
        });

        Assert.Equal(mark, row.Mark);
        Assert.Contains(word, row.Judgement, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(PersonDoubt.AddressNotKnown)]
    [InlineData(PersonDoubt.NobodyOfThatName)]
    public void Of_NotFound_SaysWhatIsNotThere(PersonDoubt doubt)
    {
        var person = new PersonFinding(PersonMatch.NotFound, null, []) { Doubt = doubt };

        var row = RowOf(FactKind.Person, CaseFacts.None with { Person = Fact.Known(person, Source.Viewpoint, Sample.Now) });

        Assert.Equal((MarkKind.Difference, StepWords.Of(doubt)), (row.Mark, row.Judgement));
    }

    private static FactRow RowOf(FactKind kind, CaseFacts facts) =>
        FactRows.Of(StepCases.Fold(new CaseTaken(), new FactsGathered(facts))).Single(row => row.Fact == kind);
}
