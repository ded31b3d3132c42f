using Hotline.Feedback;
using Hotline.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddHotlineDefaults("feedback");
builder.AddFeedback();

var app = builder.Build();
app.MapHotlineDefaults();
app.MapFeedback();
await app.RunAsync();
