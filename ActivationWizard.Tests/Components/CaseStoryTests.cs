using ActivationWizard.App.Cases;
using ActivationWizard.App.Cases.Parts;
using ActivationWizard.App.Replay;
using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Events;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.Components;
using Bunit;
using Microsoft.AspNetCore.Components;

namespace ActivationWizard.Tests.Components;

/// <summary>The story of a case with its notes, and the links between a case and the one that reopens it.</summary>
public sealed class CaseStoryTests : Screen
{
    private readonly List<Answer> _answers = [];

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void Note_OfWhoHasItOrOfATeamLead_IsAnswered(bool handler, bool teamLead)
    {
        var screen = Show(StepCases.All["hold"], new AnswerRights(handler, teamLead));
        screen.Find("#bewaar-notitie").Click();
        Assert.Empty(_answers);

        screen.Find("#notitie").Change("na 16 uur");
        screen.Find("#bewaar-notitie").Click();

        Assert.Equal(new AddNote("na 16 uur"), Assert.Single(_answers));
    }

    [Fact]
    public void Story_EveryKind_IsToldInOrderAndEmptyForTheNextNote()
    {
        var told = After(
            StepCases.All["hold"], new NoteAdded("na 16 uur"), new CasePutAside(new DateOnly(2026, 12, 4), "wacht"),
            new TeamLeadAsked("Mag dit?"), new TeamLeadAnswered("Ja."),
            new RequestCorrected(
                RequestValues.Of(StepCases.All["hold"].Request),
                RequestValues.Of(StepCases.All["hold"].Request) with { Name = "A. Janssen" }, "tikfout"));

        var lines = Show(told, new AnswerRights(true, false)).FindAll("#verloop-regels li")
            .Select(line => line.TextContent).ToList();

        string[] expected =
            ["Notitie", "Weggelegd", "Vraag aan de teamleider", "Antwoord van de teamleider", "Aanvraag gecorrigeerd"];
        Assert.Equal(expected.Length, lines.Count);
        Assert.All(expected.Zip(lines), one => Assert.Contains(one.First, one.Second, StringComparison.Ordinal));
        Assert.Contains("na 16 uur", lines[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Story_InReplay_IsTheSameAndNobodyAddsToIt()
    {
        var noted = After(StepCases.All["hold"], new NoteAdded("na 16 uur"));

        var screen = Show(noted, AnswerRights.None);

        Assert.Contains("na 16 uur", screen.Find("#verloop-regels").TextContent, StringComparison.Ordinal);
        Assert.NotNull(screen.Find("#bewaar-notitie").Closest("fieldset[disabled]"));
        var moment = Replays.Alone(new NoteAdded("na 16 uur"), DemoPeople.Sanne);
        Assert.Equal(
            ("Sanne Bakker schreef een notitie.", "Toelichting: na 16 uur"),
            (EventWords.Of(moment).Sentence, Assert.Single(EventWords.Of(moment).Details)));
    }

    [Fact]
    public void Reopened_TheOldAndTheNew_PointAtEachOther()
    {
        var (old, next) = (StepCases.All["withdrawn"], CaseNumber.Of(2026, 999));
        var ended = Show(After(old, new CaseReopened(next, "toch niet dubbel")), AnswerRights.None);
        var opened = ActivationCase.Open(new RecordedEvent(
            next, 1, new CaseOpened(next, old.Request, new ReopenedCase(old.Number, "toch niet dubbel")), DemoPeople.Sanne,
            old.ChangedAt));
        var again = Show(opened, AnswerRights.None);

        Assert.Equal($"zaken/{next}/controleren", ended.Find("#heropend-als a").GetAttribute("href"));
        Assert.Contains("Reden: toch niet dubbel", ended.Find("#heropend-als").TextContent, StringComparison.Ordinal);
        Assert.Equal($"zaken/{old.Number}/klaar", again.Find("#heropening-van a").GetAttribute("href"));
    }

    private static ActivationCase After(ActivationCase activation, params CaseEvent[] events)
    {
        foreach (var happened in events)
        {
            activation = activation.After(new RecordedEvent(
                activation.Number, activation.Version + 1, happened,
                happened is TeamLeadAnswered ? DemoPeople.Els : DemoPeople.Sanne, activation.ChangedAt));
        }

        return activation;
    }

    private IRenderedComponent<CaseScreen> Show(ActivationCase activation, AnswerRights rights) => Render<CaseScreen>(
        parameters => parameters
            .Add(screen => screen.Case, activation)
            .Add(screen => screen.OnAnswer, EventCallback.Factory.Create<Answer>(this, _answers.Add))
            .AddCascadingValue(rights));
}
