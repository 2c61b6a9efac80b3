using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using ActivationWizard.App;
using ActivationWizard.App.Journal.AccessLog;
using ActivationWizard.App.Journal.Events;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.App.Replay;
using ActivationWizard.App.SignIn;
using ActivationWizard.App.Words;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.App;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace ActivationWizard.Tests.App.Replay;

/// <summary>A case as one page to take along, by its address: who gets it, what is in it, and what never is.</summary>
public sealed partial class AuditCopyEndpointTests(ExportsApp exports) : IClassFixture<ExportsApp>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Page_OfACase_StandsByItselfWithEveryEventAndWithoutTheCode()
    {
        var page = await PageAsync(exports.ByLetter);

        Assert.StartsWith("<!DOCTYPE html>", page, StringComparison.Ordinal);
        Assert.DoesNotMatch(FromElsewhere(), page);
        Assert.DoesNotContain(exports.Code, page, StringComparison.OrdinalIgnoreCase);
        var text = WebUtility.HtmlDecode(page);
        var raw = await exports.App.Services.GetRequiredService<CaseReading>().ReadAsync(exports.ByLetter, Cancellation);
        Assert.All(ReplaySession.Of(raw).Moments, moment =>
        {
            Assert.Contains($"<h3>{moment.Sequence}. {EventWords.Of(moment).Sentence}</h3>", text, StringComparison.Ordinal);
            Assert.Contains(Moments.InFull(moment.Entry.At), text, StringComparison.Ordinal);
        });
        Assert.Contains($"· {DemoPeople.Sanne.Name} ({RoleText.For(Role.Employee)})", text, StringComparison.Ordinal);
        Assert.Contains(raw.Case!.Request.Address.ToString(), text, StringComparison.Ordinal);
        Assert.Contains($"<code>{raw.Head!.Hash}</code>", text, StringComparison.Ordinal);
        Assert.Equal((raw.Entries.Count, 64), (raw.Head.Events, raw.Head.Hash.Length));
        Assert.Contains(AuditText.SealWhole.Split('.')[0], text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_ForWhoReadsEnglish_IsInEnglish()
    {
        var page = await PageAsync(await exports.FinishAsync(), "en-GB");

        Assert.Contains("<html lang=\"en\">", page, StringComparison.Ordinal);
        Assert.Contains("The seal holds.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Afschrift", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_OfAChainThatDoesNotFit_SaysSoAndHasWhatComesBefore()
    {
        var number = await exports.FinishAsync();
        await MeddleAsync($"UPDATE Events SET ActorName = 'Iemand' WHERE Sequence = 6 AND \"Case\" = {CaseKey.Of(number)}");

        var text = WebUtility.HtmlDecode(await PageAsync(number));

        Assert.Contains("De verzegeling klopt niet.", text, StringComparison.Ordinal);
        Assert.Contains("Gebeurtenis 6 is niet meer zoals die is opgeschreven.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("De verzegeling klopt. ", text, StringComparison.Ordinal);
        Assert.Equal(5, text.Split("<article>").Length - 1);
    }

    [Fact]
    public async Task Page_ForTheEmployeeWhoseCaseItWas_IsGivenAndWrittenDown()
    {
        var number = await exports.FinishAsync();
        using var sanne = exports.App.Visitor();
        await sanne.SignInAsync(DemoPeople.Sanne);

        using var answer = await sanne.Http.GetAsync(Urls.ForCasePage(number), Cancellation);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.True(answer.Headers.CacheControl?.NoStore);
        Assert.Equal("utf-8", answer.Content.Headers.ContentType?.CharSet);
        Assert.Equal(
            ("attachment", $"zaak-{number}.html"),
            (answer.Content.Headers.ContentDisposition?.DispositionType, answer.Content.Headers.ContentDisposition?.FileName));
        var look = Assert.Single(await LooksAsync(number));
        Assert.Equal(
            (AccessKind.Export, DemoPeople.Sanne, AccessGround.OwnCase, "HTML"),
            (look.Kind, look.Actor, look.Ground, look.Detail));
    }

    [Theory]
    [InlineData("tom.visser", HttpStatusCode.NotFound)]
    [InlineData("bram.kuipers", HttpStatusCode.Forbidden)]
    public async Task Page_ForWhoMayNotReplayTheCase_IsRefusedAndNotWrittenDown(string person, HttpStatusCode expected)
    {
        var number = await exports.FinishAsync();
        using var visitor = exports.App.Visitor();
        await visitor.SignInAsync(DemoPeople.Find(person)!);

        using var answer = await visitor.Http.GetAsync(Urls.ForCasePage(number), Cancellation);

        var given = answer.Headers.Location?.AbsolutePath == Urls.NoAccess ? HttpStatusCode.Forbidden : answer.StatusCode;
        Assert.Equal(expected, given);
        Assert.Empty(await LooksAsync(number));
    }

    [Theory]
    [InlineData("/zaken/2026-99999/zaak.html")]
    [InlineData("/zaken/abc/zaak.html")]
    public async Task Page_OfNoCase_IsNotFound(string address)
    {
        using var els = exports.App.Visitor();
        await els.SignInAsync(DemoPeople.Els);
        using var answer = await els.Http.GetAsync(address, Cancellation);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private async Task<string> PageAsync(CaseNumber number, string language = "nl-NL") =>
        Encoding.UTF8.GetString(await exports.BytesAsync(Urls.ForCasePage(number), "text/html", language));

    private Task<IReadOnlyList<CaseAccess>> LooksAsync(CaseNumber number) =>
        exports.App.Services.GetRequiredService<CaseAccesses>().OfAsync(number, DemoPeople.Els, Cancellation);

    private async Task MeddleAsync(string sql)
    {
        await using var connection =
            new SqliteConnection($"Data Source={Path.Combine(exports.App.DataFolder, "journal.db")};Pooling=False");
        await connection.OpenAsync(Cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        Assert.Equal(1, await command.ExecuteNonQueryAsync(Cancellation));
    }

    // What a browser would ask for elsewhere, or run.
    [GeneratedRegex(
        @"<(script|link|img|iframe|object|embed|form|base)\b|\s(src|srcset|href|action|poster|on\w+)\s*=|url\(|@import",
        RegexOptions.IgnoreCase)]
    private static partial Regex FromElsewhere();
}
