using System.Net;
using System.Text;
using System.Text.Json;
using ActivationWizard.App;
using ActivationWizard.App.AccessRequest;
using ActivationWizard.App.Journal.AccessLog;
using ActivationWizard.App.SignIn;
using ActivationWizard.App.Words;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.App;
using ActivationWizard.Tests.Kit.Basics;
using Microsoft.Extensions.DependencyInjection;

namespace ActivationWizard.Tests.App.AccessRequest;

/// <summary>A tenant asks what is known: by the address of the file, and by the command, under a running app.</summary>
public sealed class AccessRequestTests(ExportsApp exports) : IClassFixture<ExportsApp>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Json_ByATeamLead_HasTheCaseAndNeverTheCode()
    {
        using var els = exports.App.Visitor();
        await els.SignInAsync(DemoPeople.Els);

        using var answer = await AskAsync(els, $"{exports.ByLetter}");

        Assert.True(answer.Headers.CacheControl?.NoStore);
        var text = await answer.Content.ReadAsStringAsync(Cancellation);
        using var file = JsonDocument.Parse(text);
        Assert.Equal(AccessRequestJson.Format, file.RootElement.GetProperty("format").GetString());
        Assert.Contains("van den Brief", text, StringComparison.Ordinal);
        Assert.DoesNotContain(exports.Code, text, StringComparison.Ordinal);
        Assert.Contains(exports.App.Log.GetSnapshot(), line =>
            line.Message.StartsWith($"Security: what=AccessRequest who=\"{DemoPeople.Els.Id}\"", StringComparison.Ordinal)
            && line.Message.EndsWith($"outcome=\"{exports.ByLetter}\"", StringComparison.Ordinal));
        Assert.Contains(await LooksAsync(), one => one is { Kind: AccessKind.AccessRequest, Ground: AccessGround.AccessRequest });
    }

    [Fact]
    public async Task Whole_ByATeamLead_IsOnePageToItsEndAndIsWrittenDown()
    {
        using var els = exports.App.Visitor();
        await els.SignInAsync(DemoPeople.Els);

        using var answer = await els.PostAsync(
            Urls.AccessRequestWhole, new() { [AccessRequestForm.NumberName] = $"{exports.ByLetter}" }, Urls.AccessRequest);

        Assert.Equal("text/html", answer.Content.Headers.ContentType!.MediaType);
        Assert.True(answer.Headers.CacheControl?.NoStore);
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancellation));
        Assert.Contains("van den Brief", page, StringComparison.Ordinal);
        Assert.Contains(AccessRequestText.ReportEnd.With(1), page, StringComparison.Ordinal);
        Assert.DoesNotContain(exports.Code, page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("2026-1")]
    public async Task Json_ForNobodyInParticular_IsRefused(string number)
    {
        using var els = exports.App.Visitor();
        await els.SignInAsync(DemoPeople.Els);
        using var answer = await AskAsync(els, number);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Command_UnderARunningApp_WritesAPageAndJsonAndIsWrittenDown()
    {
        using var folder = new TemporaryFolder();

        var (code, said) = await RunAsync("--case", $"{exports.ByLetter}", "--output", folder.Path);

        Assert.True(code is 0, said);
        var page = WebUtility.HtmlDecode(await File.ReadAllTextAsync(folder[AccessRequestCommand.PageFile], Cancellation));
        var json = await File.ReadAllTextAsync(folder[AccessRequestCommand.JsonFile], Cancellation);
        foreach (var text in new[] { page, json })
        {
            Assert.Contains("van den Brief", text, StringComparison.Ordinal);
            Assert.DoesNotContain(exports.Code, text, StringComparison.Ordinal);
        }

        Assert.Contains("Sanne Bakker", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(await LooksAsync(), one => one.Actor.Id == Environment.UserName);
    }

    [Fact]
    public async Task Command_ByAnAddressThatWroteNothing_SaysSoAndWritesNothing()
    {
        using var folder = new TemporaryFolder();

        var (code, said) = await RunAsync("--email", "niemand@mail.example", "--output", folder.Path);

        Assert.Equal(1, code);
        Assert.Contains("Nothing is known", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--email", "geen adres")]
    [InlineData("--name", "van den Brief")]
    [InlineData("--case", "2026-1")]
    [InlineData("--name", "van den Brief", "--birth-date", "gisteren")]
    public async Task Command_ForNobodyInParticular_SaysWhatItTakes(params string[] args)
    {
        var (code, said) = await RunAsync(args);

        Assert.Equal(1, code);
        Assert.Contains("--access-request takes --case", said, StringComparison.Ordinal);
        Assert.DoesNotContain("Brief", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Command_ForATenantOfWhomNothingIsKnown_SaysSoAndWritesNothing()
    {
        using var folder = new TemporaryFolder();

        var (code, said) = await RunAsync("--name", "Niemand Hier", "--birth-date", "1970-01-01", "--output", folder.Path);

        Assert.Equal(1, code);
        Assert.Contains("Nothing is known", said, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(folder.Path));
    }

    private static Task<HttpResponseMessage> AskAsync(Visitor visitor, string number) => visitor.PostAsync(
        Urls.AccessRequestJson, new() { [AccessRequestForm.NumberName] = number }, Urls.AccessRequest);

    private Task<IReadOnlyList<CaseAccess>> LooksAsync() => exports.App.Services.GetRequiredService<CaseAccesses>()
        .OfAsync(exports.ByLetter, DemoPeople.Els, Cancellation);

    private async Task<(int Code, string Said)> RunAsync(params string[] args)
    {
        using var output = new StringWriter();
        var code = await CommandLine.RunAsync(
            ["--access-request", .. args, $"--Installation:DataFolder={exports.App.DataFolder}"],
            _ => throw new InvalidOperationException("It serves."), output, output, Cancellation);
        return (code, output.ToString());
    }
}
