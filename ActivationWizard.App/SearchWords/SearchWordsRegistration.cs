namespace ActivationWizard.App.SearchWords;

/// <summary>Words that people search by, and what keeps them out of addresses.</summary>
public static class SearchWordsRegistration
{
    public static IServiceCollection AddSearchWords(this IServiceCollection services) => services.AddSingleton<SealedWords>();
}
