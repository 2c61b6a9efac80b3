using Microsoft.JSInterop;

namespace ActivationWizard.App.Controls;

/// <summary>
/// What somebody filled in and did not send, where there is no case to keep it with: the browser's tab has it, see
/// <c>drafts.js</c>. A form is known by an address of its own (<c>data-draft</c>) and by whose it is (<c>data-person</c>).
/// </summary>
internal static class TabDrafts
{
    private const string Module = "./drafts.js";

    /// <summary>What the tab keeps of a form, by field; empty when there is nothing.</summary>
    public static async Task<Dictionary<string, string>> KeptInTabAsync(this IJSRuntime script, string draft, string person)
    {
        await using var drafts = await script.InvokeAsync<IJSObjectReference>("import", Module);
        return await drafts.InvokeAsync<Dictionary<string, string>>("keptIn", draft, person);
    }

    /// <summary>It was sent: the tab keeps nothing of it any longer.</summary>
    public static async Task ForgetInTabAsync(this IJSRuntime script, string draft, string person)
    {
        await using var drafts = await script.InvokeAsync<IJSObjectReference>("import", Module);
        await drafts.InvokeVoidAsync("forget", draft, person);
    }
}
