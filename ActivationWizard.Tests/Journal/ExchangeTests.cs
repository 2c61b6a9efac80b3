using System.Text;
using System.Xml.Linq;
using ActivationWizard.App.Finished;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.App.Journal.Transfer;
using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Events;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.Basics;
using ActivationWizard.Tests.Kit.Components;
using ActivationWizard.Tests.Kit.Journal;

namespace ActivationWizard.Tests.Journal;

/// <summary>Cases that go out as files, and come in elsewhere.</summary>
public sealed class ExchangeTests() : JournalTests(JournalProvider.Sqlite, null)
{
    [Fact]
    public async Task ImportAsync_IntoAnEmptyInstallation_IsTheSameCaseAndItsChainHolds()
    {
        var finished = await FinishAsync();
        var file = await Host.Get<CaseExport>().JsonAsync(finished.Number, DemoPeople.Els, Cancellation);
        await using var other = await JournalHost.StartAsync(JournalProvider.Sqlite, null);

        var taken = await other.Get<CaseImport>().ImportAsync(file!, Cancellation);

        Assert.Equal((finished.Number, null), (taken.Number, taken.Refusal));
        Assert.Equal(
            (await Host.Reading.EventsAsync(finished.Number, Cancellation))
                .Select(one => (one.Sequence, one.Actor, one.At, JournalNames.Of(one.Event))),
            (await other.Reading.EventsAsync(finished.Number, Cancellation))
                .Select(one => (one.Sequence, one.Actor, one.At, JournalNames.Of(one.Event))));
        Assert.Empty((await other.Verification.CheckAllAsync(Cancellation)).Breaks);
        Assert.Equal(ImportRefusal.NumberTaken, (await other.Get<CaseImport>().ImportAsync(file!, Cancellation)).Refusal);
        var next = (await other.Journal.OpenAsync(Story.Request(), Actor.Wizard, null, Cancellation)).Number;
        Assert.NotEqual(finished.Number, next);
        var found = await other.Verification.CheckAllAsync(Cancellation);
        Assert.Equal((0, 0), (found.Breaks.Count, found.Beside.Count));
        // By the pseudonyms of this installation, which has another key.
        Assert.Single((await other.Finished.PageAsync(DemoPeople.Els, "jans dorps", null, 10, Cancellation)).Cases);
    }

    [Theory]
    [InlineData("\"actorName\": \"Sanne Bakker\"", "\"actorName\": \"Tom Visser\"", ImportRefusal.Changed)]
    [InlineData("\"sequence\": 4,", "\"sequence\": 5,", ImportRefusal.Changed)]
    [InlineData("activationwizard-case/1", "activationwizard-case/9", ImportRefusal.NotACase)]
    [InlineData("{", "[", ImportRefusal.NotACase)]
    public async Task ImportAsync_AFileThatWasChanged_TakesNothingIn(string was, string @is, ImportRefusal expected)
    {
        var finished = await FinishAsync();
        var file = Encoding.UTF8.GetString(
            (await Host.Get<CaseExport>().JsonAsync(finished.Number, DemoPeople.Els, Cancellation))!);
        await using var other = await JournalHost.StartAsync(JournalProvider.Sqlite, null);
        Assert.Contains(was, file, StringComparison.Ordinal);

        var changed = file.Replace(was, @is, StringComparison.Ordinal);
        var taken = await other.Get<CaseImport>().ImportAsync(Encoding.UTF8.GetBytes(changed), Cancellation);

        Assert.Equal(expected, taken.Refusal);
        Assert.Equal(0, (await other.Verification.CheckAllAsync(Cancellation)).Cases);
    }

    [Fact]
    public async Task JsonAsync_WhatDoesNotFitOrWhoMayNot_GivesNone()
    {
        var finished = await FinishAsync();
        await Assert.ThrowsAsync<UnauthorizedAccessException>(
            () => Host.Get<CaseExport>().JsonAsync(finished.Number, DemoPeople.Sanne, Cancellation));
        Assert.Null(await Host.Get<CaseExport>().JsonAsync(CaseNumber.Of(2026, 99), DemoPeople.Els, Cancellation));

        await Host.MeddleAsync("UPDATE Events SET ActorName = 'Iemand' WHERE Sequence = 6");

        Assert.Null(await Host.Get<CaseExport>().JsonAsync(finished.Number, DemoPeople.Els, Cancellation));
    }

    [Theory]
    [InlineData("Jansen", "Jansen")]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+31 6", "'+31 6")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData(" =1", "' =1")]
    [InlineData("\t=1", "\"'\t=1\"")]
    [InlineData("a;b", "\"a;b\"")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("a;=1", "\"a;'=1\"")]
    [InlineData("a, @SUM(A1)", "\"a,' @SUM(A1)\"")]
    [InlineData("a,\"=1\"", "\"a,'\"\"=1\"\"\"")]
    [InlineData("zei \"ja\"", "\"zei \"\"ja\"\"\"")]
    [InlineData(null, "")]
    public void Line_AnyValue_IsNeverAFormula(string? value, string expected)
    {
        using (new FixedCulture("nl-NL"))
            Assert.Equal($"x;{expected}\r\n", CsvLines.Line(["x", value]));
        using (new FixedCulture("en-GB"))
            Assert.Equal($"x,{expected}\r\n", CsvLines.Line(["x", value]));
    }

    [Fact]
    public async Task WriteAsync_ACase_IsALogWithItsEventsAndWithoutTheTenant()
    {
        using var output = new MemoryStream();

        await XesWriter.WriteAsync(output, [Replays.ByEmail]);

        var text = Encoding.UTF8.GetString(output.ToArray());
        XNamespace xes = "http://www.xes-standard.org/";
        var log = XDocument.Load(new MemoryStream(output.ToArray())).Root!;
        Assert.Equal(xes + "log", log.Name);
        Assert.Equal(13, log.Element(xes + "trace")!.Elements(xes + "event").Count());
        Assert.DoesNotContain("Jansen", text, StringComparison.Ordinal);
        Assert.DoesNotContain("voorbeeld.example", text, StringComparison.Ordinal);
    }
}
