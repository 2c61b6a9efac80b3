using System.Net;
using ActivationWizard.App;
using ActivationWizard.App.AccessLog;
using ActivationWizard.App.Finished;
using ActivationWizard.App.Search;
using ActivationWizard.App.SearchWords;
using ActivationWizard.Domain.Values;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace ActivationWizard.Tests.Kit.App;

/// <summary>
/// Addresses of what somebody searches by. Tests write them with their words in clear, such as <c>/zoek?q=Jansen</c>, in which
/// the app never gives them.
/// </summary>
internal static class SealedAddresses
{
    private static readonly string[] Words =
    [
        CaseSearch.FieldName, TenantSearch.PartyField, CasesQuery.SearchName, AccessLogQuery.TenantName,
        AccessLogQuery.NumberName,
    ];

    private static readonly Dictionary<string, string> Forms = new()
    {
        [Urls.Search] = Urls.SearchForm,
        [Urls.Cases] = Urls.CasesForm,
        [Urls.AccessLog] = Urls.AccessLogForm,
    };

    /// <summary>The address as the app's pages give it to this reader; the same where it has no words.</summary>
    public static string Sealed(this TestApp app, Actor reader, string asked)
    {
        var (page, fields) = Read(asked);
        var typed = fields.Where(one => Words.Contains(one.Key)).ToList();
        if (typed.Count is 0)
            return asked;
        fields = fields.Except(typed)
            .Append(new(SealedWords.QueryName, app.Services.GetRequiredService<SealedWords>().Seal(reader, typed)));
        return QueryHelpers.AddQueryString(page, fields!);
    }

    /// <summary>The search page, looking for this.</summary>
    public static string SealedSearch(this TestApp app, Actor reader, string text) =>
        app.Services.GetRequiredService<SealedWords>().AddressOf(Urls.Search, reader, CaseSearch.FieldName, text);

    /// <summary>The address that the page's form leads to, sent as by a browser whose page has no circuit.</summary>
    public static async Task<string> SendFormAsync(this Visitor visitor, string asked)
    {
        var (page, fields) = Read(asked);
        using var answer = await visitor.PostAsync(Forms[page], fields.ToDictionary(), page);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return answer.Headers.Location!.OriginalString;
    }

    /// <summary>The page that it leads to.</summary>
    public static async Task<string> SearchAsync(this Visitor visitor, string asked) =>
        await visitor.ReadAsync(await visitor.SendFormAsync(asked));

    private static (string Page, IEnumerable<KeyValuePair<string, string>> Fields) Read(string asked)
    {
        var parts = asked.Split('?', 2);
        return (parts[0], parts.Length < 2 ? [] : QueryHelpers.ParseQuery(parts[1])
            .Select(one => KeyValuePair.Create(one.Key, one.Value.ToString())).ToList());
    }
}
