using System.Globalization;
using ActivationWizard.App.Journal.Queries;
using Microsoft.AspNetCore.WebUtilities;

namespace ActivationWizard.App.WorkList;

/// <summary>What of the work list is shown, as it stands in its address: <c>/werk?toon=nieuw&amp;bladzijde=2</c>.</summary>
public static class WorkAddress
{
    public const string ShowQuery = "toon";
    public const string PageQuery = "bladzijde";

    private static readonly Dictionary<WorkListFilter, string> Names = new()
    {
        [WorkListFilter.New] = "nieuw",
        [WorkListFilter.Mine] = "mijn",
        [WorkListFilter.InHand] = "in-behandeling",
        [WorkListFilter.OnHold] = "aangehouden",
        [WorkListFilter.Skipped] = "overgeslagen",
        [WorkListFilter.Attention] = "controle",
    };

    /// <summary>Everything, for a value that is not one.</summary>
    public static WorkListFilter Filter(string? value) => Names.FirstOrDefault(name => name.Value == value).Key;

    /// <summary>The first page, for a value that is not one.</summary>
    public static int Page(string? value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page > 0 ? page : 1;

    /// <summary>The address of a page of the list.</summary>
    public static string Of(WorkListFilter filter, int page = 1)
    {
        var address = Names.TryGetValue(filter, out var name)
            ? QueryHelpers.AddQueryString(Urls.Work, ShowQuery, name)
            : Urls.Work;
        return page > 1 ? QueryHelpers.AddQueryString(address, PageQuery, page.ToString(CultureInfo.InvariantCulture)) : address;
    }
}
