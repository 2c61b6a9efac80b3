using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace ActivationWizard.App.SignIn;

/// <summary>How a page leaves for the sign-in, which leads back to its address.</summary>
internal static class Leaving
{
    /// <summary>
    /// Of a page that is connected, whether or not its browser still answers. Not by the framework's navigation: that waits for
    /// the page to say that it went, which the hub takes from nobody whose session is over, and fails the circuit a minute later.
    /// </summary>
    public static async Task LeaveForSignInAsync(this IJSRuntime script, NavigationManager navigation)
    {
        try
        {
            await script.InvokeVoidAsync("location.assign", AddressAfter(navigation));
        }
        catch (Exception gone) when (gone is JSDisconnectedException or OperationCanceledException)
        {
            // It went, or it has no connection: then it asks by itself whether the session lasts.
        }
    }

    /// <summary>Of a page that is not connected yet.</summary>
    public static void LeaveForSignIn(this NavigationManager navigation) =>
        navigation.NavigateTo(AddressAfter(navigation), forceLoad: true);

    private static string AddressAfter(NavigationManager navigation) =>
        Urls.ForSignIn("/" + navigation.ToBaseRelativePath(navigation.Uri)).InPage();
}
