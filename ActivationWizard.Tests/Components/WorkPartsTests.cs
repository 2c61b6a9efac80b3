using System.Globalization;
using ActivationWizard.App.Background;
using ActivationWizard.App.Intake;
using ActivationWizard.App.Journal.Queries;
using ActivationWizard.App.NewRequest;
using ActivationWizard.App.SignIn;
using ActivationWizard.App.WorkList;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.Components;
using Bunit;

namespace ActivationWizard.Tests.Components;

/// <summary>The parts of the work list and the form, each by itself.</summary>
public sealed class WorkPartsTests : Screen
{
    [Fact]
    public void CaseTable_EachRow_IsARealLinkToItsStep()
    {
        var table = Render<CaseTable>(with => with
            .Add(one => one.Label, "Aanvragen")
            .Add(one => one.Reader, DemoPeople.Sanne)
            .Add(one => one.Cases,
            [
                Summaries.Of(ActivationState.Opened, ordinal: 1), Summaries.Mine(ActivationState.ActivatingAccount, 2),
                Summaries.Mine(ActivationState.SentByEmail, 3),
            ]));

        Assert.Equal(
            ["zaken/2026-00001/controleren", "zaken/2026-00002/uitvoeren", "zaken/2026-00003/klaar"],
            table.FindAll("th[scope=row] a").Select(link => link.GetAttribute("href")));
        Assert.Contains("vandaag 9:05", table.Find("time").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void CaseTable_OpenAndFinished_SaysTheAgeOfWhatIsOpenAndWhatIsLate()
    {
        Clock.Advance(TimeSpan.FromHours(3));
        var table = Render<CaseTable>(with => with
            .Add(one => one.Label, "Aanvragen")
            .Add(one => one.Reader, DemoPeople.Sanne)
            .Add(one => one.Late, new HashSet<CaseNumber> { CaseNumber.Of(2026, 2) })
            .Add(one => one.SaysNew, false)
            .Add(one => one.Cases,
            [
                Summaries.Of(ActivationState.Opened, ordinal: 1), Summaries.Mine(ActivationState.AwaitingDecision, 2),
                Summaries.Mine(ActivationState.SentByEmail, 3),
            ]));

        var received = table.FindAll("tbody td:nth-child(2)").Select(cell => cell.TextContent).ToList();
        Assert.Equal([true, true, false], received.Select(text => text.Contains("3 uur oud", StringComparison.Ordinal)));
        Assert.Equal([false, true, false], received.Select(text => text.Contains("Te laat", StringComparison.Ordinal)));
        Assert.Equal(
            [false, true, true],
            table.FindAll("tbody td:nth-child(6)").Select(cell => cell.QuerySelector(".aw-mark") is not null));
    }

    [Theory]
    [InlineData("2026-11-23T08:00:00Z", "2026-11-24T22:30:00Z", false)]
    [InlineData("2026-11-23T08:00:00Z", "2026-11-24T23:30:00Z", true)]
    [InlineData("2026-11-27T08:00:00Z", "2026-11-30T12:00:00Z", false)]
    [InlineData("2026-11-27T08:00:00Z", "2026-12-01T08:00:00Z", true)]
    public void IsLate_OfAnOpenRequest_CountsWorkingDaysInTheNetherlands(string received, string now, bool isLate) =>
        Assert.Equal(isLate, new WorkSettings().IsLate(
            DateTimeOffset.Parse(received, CultureInfo.InvariantCulture),
            DateTimeOffset.Parse(now, CultureInfo.InvariantCulture)));

    [Fact]
    public void WorkResume_MoreThanThree_ShowsThreeAndTheWayToAll()
    {
        var own = Enumerable.Range(1, 5).Select(ordinal => Summaries.Mine(ActivationState.AwaitingDecision, ordinal)).ToList();
        var panel = Render<WorkResume>(with => with.Add(one => one.Cases, own));

        Assert.Equal(3, panel.FindAll("li").Count);
        Assert.Contains("Het voorstel wacht op jouw akkoord.", panel.Markup, StringComparison.Ordinal);
        Assert.Equal("werk?toon=mijn", panel.FindAll("a")[^1].GetAttribute("href"));
    }

    [Fact]
    public void WorkResume_Nothing_IsNotThere() =>
        Assert.Empty(Render<WorkResume>(with => with.Add(one => one.Cases, [])).Markup);

    [Fact]
    public void WorkFilterLinks_Chosen_IsTheCurrentOne()
    {
        var links = Render<WorkFilterLinks>(with => with
            .Add(one => one.Chosen, WorkListFilter.OnHold)
            .Add(one => one.HasOwn, false));

        Assert.Equal(["Alles", "Nieuw", "In behandeling", "Wacht", "Overgeslagen", "Controle nodig"],
            links.FindAll("a").Select(link => link.TextContent));
        Assert.Equal("Wacht", links.Find("[aria-current=page]").TextContent);
    }

    [Theory]
    [InlineData(1, 1, 0)]
    [InlineData(1, 3, 1)]
    [InlineData(2, 3, 2)]
    [InlineData(3, 3, 1)]
    public void WorkPager_OnAPage_HasTheWaysThatThereAre(int page, int pages, int links)
    {
        var pager = Render<WorkPager>(with => with
            .Add(one => one.At, at => WorkAddress.Of(WorkListFilter.New, at))
            .Add(one => one.Page, page)
            .Add(one => one.Pages, pages));

        Assert.Equal(links, pager.FindAll("a").Count);
    }

    [Fact]
    public void RequestForm_WithFaults_SaysThemAtTheirFieldsAndKeepsWhatWasTyped()
    {
        var fields = new IntakeFields { Name = "\u202E12", Postcode = "0000AA", Channel = Channel.Counter };
        var form = Render<RequestForm>(with => with
            .Add(one => one.Fields, fields)
            .Add(one => one.Faults, IntakeReading.Of(fields, Clock.GetUtcNow()).Faults)
            .Add(one => one.OnSend, () => { }));

        Assert.Equal(fields.Name, form.Find("#naam").GetAttribute("value"));
        Assert.Equal("true", form.Find("#naam").GetAttribute("aria-invalid"));
        Assert.Equal("naam-uitleg naam-fout", form.Find("#naam").GetAttribute("aria-describedby"));
        Assert.Contains("4 cijfers en 2 letters", form.Find("#postcode-fout").TextContent, StringComparison.Ordinal);
        Assert.Null(form.Find("#emailadres").GetAttribute("aria-invalid"));
    }

    [Fact]
    public void RequestForm_FilledIn_HandsOnWhatWasTyped()
    {
        var fields = new IntakeFields();
        var sent = 0;
        var form = Render<RequestForm>(with => with
            .Add(one => one.Fields, fields)
            .Add(one => one.Faults, [])
            .Add(one => one.OnSend, () => sent++));

        form.Find("#naam").Change("A. Jansen");
        form.Find("#huisnummer").Change("12-A/III");
        form.Find("#kanaal input").Change(true);
        form.Find("form").Submit();

        Assert.Equal(("A. Jansen", "12-A/III", Channel.Phone, 1), (fields.Name, fields.HouseNumber, fields.Channel, sent));
    }
}
