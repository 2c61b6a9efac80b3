using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using ActivationWizard.Integrations.Sandbox;
using ActivationWizard.Integrations.Sandbox.World;
using ActivationWizard.Tests.Kit.Basics;
using ActivationWizard.Tests.Kit.Systems;
using static ActivationWizard.Tests.Kit.Systems.SandboxFixture;

namespace ActivationWizard.Tests.Integrations.Sandbox;

/// <summary>The simulated Microsoft 365 mailbox keeps to what Microsoft says of Graph.</summary>
public sealed class MailboxSandboxTests
{
    private const string Mime =
        "From: wonen@thuis.example\r\nTo: a.jansen@mail.example\r\nSubject: Dag\r\nMessage-ID: <1@thuis.example>\r\n\r\nDag.\r\n";

    [Theory]
    [InlineData("grant_type", "password", HttpStatusCode.BadRequest, "unsupported_grant_type")]
    [InlineData("client_id", "een-ander", HttpStatusCode.BadRequest, "unauthorized_client")]
    [InlineData("client_secret", "fout", HttpStatusCode.Unauthorized, "invalid_client")]
    [InlineData("scope", "Mail.Send", HttpStatusCode.BadRequest, "invalid_scope")]
    public async Task Token_WrongRequest_IsRefusedAsEntraDoes(string field, string value, HttpStatusCode status, string error)
    {
        await using var sandbox = await StartAsync();
        var form = Form();
        form[field] = value;

        Assert.Equal(error, (string?)(await JsonOf(TokenAsync(sandbox, form), status))["error"]);
    }

    [Fact]
    public async Task Calls_WithoutToken_AreRefused()
    {
        await using var sandbox = await StartAsync();

        var refusal = await JsonOf(CallAsync(sandbox, "nooit-gegeven", "GET", "messages"), HttpStatusCode.Unauthorized);
        Assert.Equal("InvalidAuthenticationToken", (string?)refusal["error"]!["code"]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Send_Draft_KeepsItsIdOnlyWhereImmutableIdsAreAskedFor(bool immutable)
    {
        await using var sandbox = await StartAsync();
        var token = await TokenOfAsync(sandbox);
        var id = (string)(await DraftAsync(sandbox, token, immutable))["id"]!;

        await Status(HttpStatusCode.Accepted, CallAsync(sandbox, token, "POST", $"messages/{id}/send", immutable: immutable));

        await Status(
            immutable ? HttpStatusCode.OK : HttpStatusCode.NotFound,
            CallAsync(sandbox, token, "GET", $"messages/{id}", immutable: immutable));
        var entry = Assert.Single(sandbox.Server.Ledger);
        Assert.Equal((SandboxEffects.SendMail, "mailbox", "1"), (entry.Effect, entry.System, entry.Reference));
    }

    [Fact]
    public async Task Send_TwoDraftsOfOneMessageId_CanBeSeen()
    {
        using var folder = new TemporaryFolder();
        await using var sandbox = await StartAsync(new() { Mailbox = new() { FilesFolder = folder["mail"] } });
        var token = await TokenOfAsync(sandbox);
        for (var one = 0; one < 2; one++)
            await Status(
                HttpStatusCode.Accepted,
                CallAsync(sandbox, token, "POST", $"messages/{(await DraftAsync(sandbox, token))["id"]}/send"));

        Assert.Equal(2, sandbox.Server.Ledger.Count);
        Assert.Equal(
            ["1.2.eml", "1.eml"],
            Directory.GetFiles(folder["mail"]).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Send_WhatIsNoDraft_IsRefused()
    {
        await using var sandbox = await StartAsync();
        var token = await TokenOfAsync(sandbox);
        var id = (string)(await DraftAsync(sandbox, token))["id"]!;
        await Status(HttpStatusCode.Accepted, CallAsync(sandbox, token, "POST", $"messages/{id}/send"));

        await Status(HttpStatusCode.BadRequest, CallAsync(sandbox, token, "POST", $"messages/{id}/send"));
        await Status(HttpStatusCode.NotFound, CallAsync(sandbox, token, "POST", "messages/weg/send"));
        Assert.Single(sandbox.Server.Ledger);
    }

    [Fact]
    public async Task Messages_MoreThanAPage_HaveANextLink()
    {
        await using var sandbox = await StartAsync(new() { Mailbox = new() { PageSize = 2 } });
        var token = await TokenOfAsync(sandbox);
        for (var one = 0; one < 3; one++)
            await DraftAsync(sandbox, token);

        var first = await JsonOf(CallAsync(sandbox, token, "GET", "mailFolders/drafts/messages?$select=id&$top=50"));
        Assert.Equal(2, first["value"]!.AsArray().Count);
        Assert.Null(first["value"]![0]!["subject"]);
        var next = await JsonOf(sandbox.SendAsync(
            new Uri((string)first["@odata.nextLink"]!), "GET", null,
            request => request.Headers.Authorization = new("Bearer", token)));
        Assert.Single(next["value"]!.AsArray());
        Assert.Null(next["@odata.nextLink"]);
    }

    [Fact]
    public async Task Folders_MadeOnce_AreFoundAndMovedTo()
    {
        await using var sandbox = await StartAsync();
        var token = await TokenOfAsync(sandbox);
        var made = await JsonOf(
            CallAsync(sandbox, token, "POST", "mailFolders/inbox/childFolders", new { displayName = "Klaar" }),
            HttpStatusCode.Created);
        await Status(
            HttpStatusCode.Conflict,
            CallAsync(sandbox, token, "POST", "mailFolders/inbox/childFolders", new { displayName = "klaar" }));
        var id = (string)(await DraftAsync(sandbox, token))["id"]!;

        var moved = await JsonOf(
            CallAsync(sandbox, token, "POST", $"messages/{id}/move", new { destinationId = (string?)made["id"] }),
            HttpStatusCode.Created);

        Assert.Equal((id, (string?)made["id"]), ((string?)moved["id"], (string?)moved["parentFolderId"]));
        var found = await JsonOf(
            CallAsync(sandbox, token, "GET", "mailFolders/inbox/childFolders?$filter=displayName eq 'Klaar'"));
        Assert.Equal(1, (int)found["value"]![0]!["totalItemCount"]!);
    }

    [Fact]
    public async Task Restart_MailsAndLedger_AreThereStill()
    {
        using var folder = new TemporaryFolder();
        var options = new SandboxOptions { StateFile = folder["sandbox.json"] };
        string id;
        await using (var before = await StartAsync(options))
        {
            var first = await TokenOfAsync(before);
            id = (string)(await DraftAsync(before, first))["id"]!;
            await Status(HttpStatusCode.Accepted, CallAsync(before, first, "POST", $"messages/{id}/send"));
        }

        await using var after = await StartAsync(options);
        var token = await TokenOfAsync(after);
        Assert.False((bool)(await JsonOf(CallAsync(after, token, "GET", $"messages/{id}")))["isDraft"]!);
        using var mime = await CallAsync(after, token, "GET", $"messages/{id}/$value");
        Assert.Equal(Mime, await mime.Content.ReadAsStringAsync(Cancellation));
        Assert.Single(after.Server.Ledger);
    }

    private static Dictionary<string, string> Form()
    {
        var known = new MailboxSandboxOptions();
        return new()
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = known.ClientId,
            ["client_secret"] = known.ClientSecret,
            ["scope"] = "https://graph.microsoft.com/.default",
        };
    }

    private static Task<HttpResponseMessage> TokenAsync(SandboxFixture sandbox, Dictionary<string, string> form) =>
        sandbox.SendAsync(new Uri(sandbox.Server.Mailbox, "oauth2/v2.0/token"), "POST", new FormUrlEncodedContent(form));

    private static async Task<string> TokenOfAsync(SandboxFixture sandbox) =>
        (string)(await JsonOf(TokenAsync(sandbox, Form())))["access_token"]!;

    private static Task<JsonNode> DraftAsync(SandboxFixture sandbox, string token, bool immutable = true) => JsonOf(
        CallAsync(
            sandbox, token, "POST", "messages",
            new StringContent(Convert.ToBase64String(Encoding.ASCII.GetBytes(Mime)), Encoding.ASCII, "text/plain"), immutable),
        HttpStatusCode.Created);

    private static Task<HttpResponseMessage> CallAsync(
        SandboxFixture sandbox, string token, string method, string path, object? body = null, bool immutable = true) =>
        sandbox.SendAsync(new Uri(sandbox.Server.Mailbox, $"v1.0/users/wonen@thuis.example/{path}"), method, body, request =>
        {
            request.Headers.Authorization = new("Bearer", token);
            if (immutable) request.Headers.Add("Prefer", "IdType=\"ImmutableId\"");
        });

    private static Task<JsonNode> JsonOf(Task<HttpResponseMessage> sending, HttpStatusCode expected = HttpStatusCode.OK) =>
        Json(sending, expected);
}
