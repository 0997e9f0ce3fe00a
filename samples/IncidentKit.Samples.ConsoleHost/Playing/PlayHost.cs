using IncidentKit.Templates;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace IncidentKit.Samples.ConsoleHost.Playing;

/// <summary>Composes the packages as any host would: configuration, then the kit, then rotation and templates on top.</summary>
internal static class PlayHost
{
    public static IHost Create(PlayedIncident played, IncidentPolicy? policy, SimulatedClock clock, PlayScene scene)
    {
        var builder = Host.CreateApplicationBuilder(
            new HostApplicationBuilderSettings { ContentRootPath = AppContext.BaseDirectory, Args = [] });
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Services.AddSingleton<IIncidentObserver>(scene);
        var kit = builder.Services.AddIncidentKit(builder.Configuration.GetSection("IncidentKit"))
            .AddRotation(rotation => rotation.AddSchedule(played.Schedule, played.Declaration.Service))
            .AddTemplates();
        if (policy is not null)
        {
            kit.AddPolicy(policy);
            builder.Services.Configure<IncidentKitOptions>(options => options.DefaultPolicy = policy.Name);
        }

        builder.Services.AddSingleton(scene);
        builder.Services.AddSingleton(clock);
        builder.Services.AddSingleton<IncidentPlayer>();
        return builder.Build();
    }

    /// <summary>The post-mortem of what was played, as far as it has gone.</summary>
    public static string PostMortem(IServiceProvider services, PlayedIncident played, PlayScene scene, PostMortemFormat format)
    {
        var postMortems = services.GetRequiredService<PostMortems>();
        return postMortems.Render(
            postMortems.Draft(
                scene.Incident!,
                new PostMortemNotes { WhoWasAffected = played.WhoWasAffected },
                scene.Incident!.Ended?.Instant),
            format);
    }
}
