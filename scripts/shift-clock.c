/*
 * A library for LD_PRELOAD: shifts the wall clock of a process and its children by CLOCK_SHIFT_SECONDS.
 * Monotonic clocks and the times of files stay as they are.
 * scripts/test-dates.ts compiles this library and runs tests with it.
 * libfaketime 0.9.10 is not used: with it Chromium takes a minute to start, and Firefox does not start at all.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <pthread.h>
#include <semaphore.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

static long shift_seconds;

__attribute__((constructor)) static void read_shift(void) {
  const char *text = getenv("CLOCK_SHIFT_SECONDS");
  shift_seconds = text == NULL ? 0 : atol(text);
}

/* Uses a system call instead of the function in the next library: dlsym, which finds that function, may read the time. */
int clock_gettime(clockid_t clock, struct timespec *now) {
  int result = (int)syscall(SYS_clock_gettime, clock, now);
  if (result == 0 && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE)) now->tv_sec += shift_seconds;
  return result;
}

int gettimeofday(struct timeval *restrict now, void *restrict zone) {
  (void)zone;
  struct timespec precise;
  if (clock_gettime(CLOCK_REALTIME, &precise) != 0) return -1;
  now->tv_sec = precise.tv_sec;
  now->tv_usec = precise.tv_nsec / 1000;
  return 0;
}

time_t time(time_t *seconds) {
  struct timespec now;
  if (clock_gettime(CLOCK_REALTIME, &now) != 0) return (time_t)-1;
  if (seconds != NULL) *seconds = now.tv_sec;
  return now.tv_sec;
}

/*
 * The kernel compares deadlines with the real clock. A deadline after 2001 is a wall-clock time and must be shifted back;
 * a smaller one is monotonic (seconds since the machine started).
 */
static struct timespec real_deadline(const struct timespec *deadline) {
  struct timespec real = *deadline;
  if (real.tv_sec > 1000000000) real.tv_sec -= shift_seconds;
  return real;
}

int pthread_cond_timedwait(pthread_cond_t *restrict condition, pthread_mutex_t *restrict mutex,
                           const struct timespec *restrict deadline) {
  static int (*next)(pthread_cond_t *, pthread_mutex_t *, const struct timespec *);
  /* On x86-64, dlsym returns a version from before 2002, which has another layout of pthread_cond_t. */
  if (next == NULL) next = dlvsym(RTLD_NEXT, "pthread_cond_timedwait", "GLIBC_2.3.2");
  if (next == NULL) next = dlsym(RTLD_NEXT, "pthread_cond_timedwait");
  struct timespec real = real_deadline(deadline);
  return next(condition, mutex, &real);
}

int sem_timedwait(sem_t *restrict semaphore, const struct timespec *restrict deadline) {
  static int (*next)(sem_t *, const struct timespec *);
  if (next == NULL) next = dlsym(RTLD_NEXT, "sem_timedwait");
  struct timespec real = real_deadline(deadline);
  return next(semaphore, &real);
}
